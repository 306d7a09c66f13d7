/** Reads a list written as words between white space. */
export function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(/\s+/)).filter((word) => word !== ''));
}

/** Reads a list of entries between semicolons or line ends, for entries of several words. */
export function entries(list: string): readonly string[] {
  return list
    .split(/[;\n]/)
    .map((entry) => entry.trim().replace(/(?<=\p{Ll})\./gu, ''))
    .filter((entry) => entry !== '');
}
