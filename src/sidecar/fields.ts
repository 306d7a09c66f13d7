/** The order in which fields are written; fields that are not ours come after. */
export const ROOT_FIELDS: readonly string[] = ['version', 'article', 'conflicts', 'annotations'];

export const ANNOTATION_FIELDS: readonly string[] = [
  'quote',
  'prefix',
  'suffix',
  'base',
  'at',
  'by',
  'made',
  'edited',
  'status',
  'verdict',
  'tags',
  'note',
  'sees',
  'conflicts',
  'replies',
];

export const REPLY_FIELDS: readonly string[] = ['by', 'made', 'edited', 'text', 'conflicts'];

/** Together they say where an annotation is; they change together or not at all. */
export const SELECTOR_FIELDS: readonly string[] = ['quote', 'prefix', 'suffix', 'base', 'at'];

/** Compares keys as `sort()` does, by code unit: the same order on every machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
