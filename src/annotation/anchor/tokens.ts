import type { Folded } from './fold';

/** Gives equal words equal numbers, over all texts of one anchoring. */
export class Vocabulary {
  private readonly ids = new Map<string, number>();

  id(word: string): number {
    let id = this.ids.get(word);
    if (id === undefined) this.ids.set(word, (id = this.ids.size));
    return id;
  }

  get size(): number {
    return this.ids.size;
  }
}

/** The words and marks of a folded text, as columns; `start` and `end` are folded offsets. */
export interface Words {
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly id: Int32Array;
  /** Index of the first token of each sentence, and the count at the end. Rough: only the diff uses it. */
  readonly sentences: Uint32Array;
  /** 1 for each sentence that starts a paragraph. */
  readonly paragraphs: Uint8Array;
}

const Class = { Unknown: 0, Space: 1, Letter: 2, Digit: 3, Mark: 4 } as const;

const classes = new Uint8Array(65536);

function classOf(code: number): number {
  let known = classes[code] ?? 0;
  if (known === Class.Unknown) classes[code] = known = classify(String.fromCharCode(code));
  return known;
}

function classify(char: string): number {
  if (/\s/.test(char)) return Class.Space;
  if (/\p{N}/u.test(char)) return Class.Digit;
  return /[\p{L}\p{M}\ud800-\udfff]/u.test(char) ? Class.Letter : Class.Mark;
}

/** Whether a word could go on over this place of a text. */
export function isWordUnit(code: number): boolean {
  const kind = classOf(code);
  return kind === Class.Letter || kind === Class.Digit;
}

/** Longer runs are cut, so that a text without spaces costs no more than another. */
const LONGEST = 64;

/**
 * Splits a folded text into words, numbers (with inner commas and points) and single marks. Linear.
 * @param source the text that was folded, for its line ends
 */
export function splitWords(source: string, folded: Folded, vocabulary: Vocabulary): Words {
  const { text } = folded;
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  const sentences: number[] = [];
  const paragraphs: number[] = [];
  let open = true;
  let paragraph = true;
  for (let i = 0; i < text.length;) {
    if (classOf(text.charCodeAt(i)) === Class.Space) {
      const breaks = source.slice(folded.start[i], folded.end[i]);
      open ||= breaks.includes('\n') || endsSentence(text, i);
      paragraph ||= breaks.length > 1 && /\n\s*\n/.test(breaks);
      i++;
      continue;
    }
    const end = wordEnd(text, i);
    if (open) {
      sentences.push(starts.length);
      paragraphs.push(paragraph ? 1 : 0);
    }
    open = paragraph = false;
    starts.push(i);
    ends.push(end);
    ids.push(vocabulary.id(text.slice(i, end)));
    i = end;
  }
  sentences.push(starts.length);
  return {
    count: starts.length,
    start: Uint32Array.from(starts),
    end: Uint32Array.from(ends),
    id: Int32Array.from(ids),
    sentences: Uint32Array.from(sentences),
    paragraphs: Uint8Array.from(paragraphs),
  };
}

/** The ids of a folded text's tokens. */
export function wordIds(text: string, vocabulary: Vocabulary): number[] {
  const ids: number[] = [];
  for (let i = 0; i < text.length;) {
    if (classOf(text.charCodeAt(i)) === Class.Space) {
      i++;
      continue;
    }
    const end = wordEnd(text, i);
    ids.push(vocabulary.id(text.slice(i, end)));
    i = end;
  }
  return ids;
}

function endsSentence(text: string, space: number): boolean {
  const last = text.charAt(space - 1);
  return /[.!?]/.test(/["')]/.test(last) ? text.charAt(space - 2) : last);
}

function wordEnd(text: string, start: number): number {
  if (!isWordUnit(text.charCodeAt(start))) return start + 1;
  let i = start + 1;
  for (; i < text.length && i - start < LONGEST; i++) {
    const code = text.charCodeAt(i);
    if (isWordUnit(code)) continue;
    const joins =
      (code === 39 && classOf(text.charCodeAt(i + 1)) === Class.Letter) ||
      ((code === 44 || code === 46 || code === 58) &&
        classOf(text.charCodeAt(i - 1)) === Class.Digit &&
        classOf(text.charCodeAt(i + 1)) === Class.Digit);
    if (!joins) break;
  }
  return i;
}

/** The index of the first token that ends after `offset`. */
export function tokenAt(words: Words, offset: number): number {
  let [low, high] = [0, words.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words.end[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
