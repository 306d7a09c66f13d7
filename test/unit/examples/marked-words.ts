/** A stretch of an article: UTF-16 offsets, end excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where marked words stand in an article, or why they could not be placed. */
export type Placed =
  | { readonly marks: ReadonlyMap<string, readonly Stretch[]>; readonly whole: Stretch }
  | { readonly problem: string };

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['[', ']'],
  ['<', '>'],
]);

/** What stands between the pieces of words that were left out. */
const ELISION = ' ... ';

/** The words without their marks, and each mark as positions in those words. */
function unmark(marked: string, brackets: string) {
  const marks: { bracket: string; start: number; end: number }[] = [];
  const open: { bracket: string; start: number }[] = [];
  let words = '';
  for (const char of marked) {
    const last = open.at(-1);
    if (brackets.includes(char) && PAIRS.has(char)) open.push({ bracket: char, start: words.length });
    else if (last !== undefined && PAIRS.get(last.bracket) === char) {
      marks.push({ ...last, end: words.length });
      open.pop();
    } else words += char;
  }
  return { words, marks, balanced: open.length === 0 };
}

/** Where each piece of the words stands, the first exactly once in the text, the others after it on the same line. */
function locate(text: string, words: string): { offsets: readonly number[] } | { problem: string } {
  const offsets: number[] = [];
  let from = 0;
  for (const piece of words.split(ELISION)) {
    const at = text.indexOf(piece, from);
    if (at < 0) return { problem: `not in the article: ${JSON.stringify(piece)}` };
    if (offsets.length === 0 && text.includes(piece, at + 1)) {
      return { problem: `more than once in the article: ${JSON.stringify(piece)}` };
    }
    if (offsets.length > 0 && text.slice(from, at).includes('\n')) {
      return { problem: `not in the same paragraph: ${JSON.stringify(piece)}` };
    }
    offsets.push(at);
    from = at + piece.length;
  }
  return { offsets };
}

/**
 * Finds words such as `killing at least {five} people` in an article.
 *
 * @param brackets Which opening brackets mark something; all others are the article's own.
 * @returns The stretches of each sort of bracket in the article, or the problem in words.
 */
export function placeMarked(text: string, marked: string, brackets: string): Placed {
  const { words, marks, balanced } = unmark(marked, brackets);
  if (!balanced) return { problem: `unclosed mark: ${JSON.stringify(marked)}` };
  const located = locate(text, words);
  if ('problem' in located) return located;
  const pieces = words.split(ELISION);
  const toArticle = (position: number): number => {
    let start = 0;
    for (const [index, piece] of pieces.entries()) {
      const offset = located.offsets[index] ?? 0;
      if (position <= start + piece.length) return offset + position - start;
      start += piece.length + ELISION.length;
    }
    return text.length;
  };
  const found = new Map<string, Stretch[]>();
  for (const { bracket, start, end } of marks) {
    const stretch = { start: toArticle(start), end: toArticle(end) };
    found.set(bracket, [...(found.get(bracket) ?? []), stretch]);
  }
  return { marks: found, whole: { start: toArticle(0), end: toArticle(words.length) } };
}
