import type { Range } from '../../../src/protocol';

/** An article for tests of the server; a second one beside it tells of another number. */
export const FIRST = `Nine miners were killed when a shaft collapsed at the Torrevale colliery on Monday, the Mines Inspectorate said.

The collapse happened at 11:15 a.m. local time. Rescue teams reached the gallery at noon, 1,500 metres below ground.
`;

/** The position of the first character of some words. */
export function at(text: string, words: string): Range['start'] {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The range of some words on one line. */
export function rangeOf(text: string, words: string): Range {
  const start = at(text, words);
  return { start, end: { line: start.line, character: start.character + words.length } };
}
