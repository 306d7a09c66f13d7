import type { ArticleText } from '../../text';
import { TokenKind } from '../../text';
import { quotationStates, QuoteMark } from './quotation-states';
import type { WordClusters } from './word-clusters';
import { MOST_CLASSES, MOST_CLUSTERS } from './word-clusters';

/** How a token is written; one of a few small numbers. */
export const Shape = {
  Lower: 0,
  Capital: 1,
  AllCapitals: 2,
  Mixed: 3,
  Number: 4,
  Punctuation: 5,
  Quote: 6,
  Possessive: 7,
} as const;

/**
 * What the taggers look at, a column each; every value is an integer, so no string is built while tagging.
 */
export interface WordColumns {
  readonly count: number;
  /** Hash of the lower-cased word, apostrophes and dashes folded. */
  readonly word: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly prefix4: Int32Array;
  readonly shape: Uint8Array;
  /** Distributional class of the word, or a class of its suffix and shape where the word is rare. */
  readonly cluster: Uint16Array;
  /** The coarser of the two clusterings. */
  readonly class: Uint16Array;
  /** Class of the word's meaning. */
  readonly kin: Uint16Array;
  /** 1 between quotation marks, else 0. */
  readonly quoted: Uint8Array;
  /** Values of {@link QuoteMark}. */
  readonly mark: Uint8Array;
  readonly sentence: Int32Array;
  /** The last token up to this one that is a name, a pronoun or a mark, whatever its sentence; -1 for none. */
  readonly anchor: Int32Array;
}

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
const OPENING = 0x51ed270b;
const CLOSING = 0x2545f491;

/** One step of the 32-bit FNV-1a hash. */
function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, FNV_PRIME);
}

/** Lower case and folded marks for one UTF-16 unit; letters outside Latin-1 are left as they are. */
function fold(code: number): number {
  if (code < 0x80) return code >= 65 && code <= 90 ? code + 32 : code;
  if (code === 0x2019 || code === 0x2018 || code === 0x02bc) return 39;
  if (code === 0x2013 || code === 0x2014 || code === 0x2011) return 45;
  return code >= 0xc0 && code <= 0xde ? code + 32 : code;
}

/** The hash under which a word's features and cluster are kept. */
export function hashWord(text: string, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let i = start; i < end; i++) hash = step(hash, fold(text.charCodeAt(i)));
  return hash;
}

const PRONOUNS = new Set(
  ['he', 'she', 'they', 'it', 'we', 'i', 'you', 'who'].map((w) => hashWord(w, 0, w.length)),
);

/** The hash of a comma. */
export const COMMA = hashWord(',', 0, 1);

/** Longer words are hashed by their first and last parts alone, which bounds the work on one "word" of a megabyte. */
const LONGEST_WORD = 40;

/** Reads an article's tokens into columns; linear in the length. */
export function wordColumns(text: ArticleText, clusters: WordClusters): WordColumns {
  const { tokens, prose } = text;
  const n = tokens.count;
  const states = quotationStates(text);
  const columns = {
    count: n,
    word: new Int32Array(n),
    suffix2: new Int32Array(n),
    suffix3: new Int32Array(n),
    prefix4: new Int32Array(n),
    shape: new Uint8Array(n),
    cluster: new Uint16Array(n),
    class: new Uint16Array(n),
    kin: new Uint16Array(n),
    quoted: states.quoted,
    mark: states.mark,
    sentence: sentenceOfTokens(text),
    anchor: new Int32Array(n),
  };
  let anchor = -1;
  for (let t = 0; t < n; t++) {
    const start = tokens.start[t] ?? 0;
    const end = Math.min(tokens.end[t] ?? 0, start + LONGEST_WORD);
    const mark = columns.mark[t] ?? 0;
    let hash = FNV_OFFSET;
    let prefix = 0;
    for (let i = start; i < end; i++) {
      hash = step(hash, fold(prose.charCodeAt(i)));
      if (i - start === 3) prefix = hash;
    }
    if (mark !== QuoteMark.None) hash = mark === QuoteMark.Open ? OPENING : CLOSING;
    columns.word[t] = hash;
    columns.prefix4[t] = prefix === 0 ? hash : prefix;
    columns.suffix2[t] = hashWord(prose, Math.max(start, end - 2), end);
    columns.suffix3[t] = hashWord(prose, Math.max(start, end - 3), end);
    const shape = shapeOf(prose, start, end, tokens.kind[t] ?? 0);
    columns.shape[t] = shape;
    if (shape !== Shape.Lower || PRONOUNS.has(hash)) anchor = t;
    columns.anchor[t] = anchor;
    const known = clusters.lookUp(hash);
    columns.cluster[t] =
      known >= 0 ? known & (MOST_CLUSTERS - 1) : rareCluster(shape, columns.suffix2[t] ?? 0);
    columns.class[t] = known >= 0 ? (known >> 9) & (MOST_CLASSES - 1) : MOST_CLASSES + shape;
    columns.kin[t] = known >= 0 ? known >> 15 : UNKNOWN_KIN + shape;
  }
  return columns;
}

/** Above all classes of meaning. */
const UNKNOWN_KIN = 2048;

/** Above all clusters: a rare word is grouped with those of its shape and ending. */
function rareCluster(shape: number, suffix: number): number {
  return MOST_CLUSTERS + shape * 32 + (shape === Shape.Lower ? (suffix >>> 3) & 31 : 0);
}

function shapeOf(prose: string, start: number, end: number, kind: number): number {
  if (kind === TokenKind.Number) return Shape.Number;
  if (kind === TokenKind.Punctuation) return Shape.Punctuation;
  if (kind === TokenKind.Quote) return Shape.Quote;
  if (kind === TokenKind.Possessive) return Shape.Possessive;
  let upper = 0;
  let lower = 0;
  for (let i = start; i < end; i++) {
    const code = prose.charCodeAt(i);
    if (isUpper(code)) upper++;
    else if (code >= 97) lower++;
  }
  if (upper === 0) return Shape.Lower;
  if (lower === 0) return upper === 1 && end - start === 1 ? Shape.Capital : Shape.AllCapitals;
  return upper === 1 && isUpper(prose.charCodeAt(start)) ? Shape.Capital : Shape.Mixed;
}

function isUpper(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || (code >= 0x410 && code <= 0x42f);
}

function sentenceOfTokens(text: ArticleText): Int32Array {
  const sentence = new Int32Array(text.tokens.count);
  text.sentences.forEach((s, i) => sentence.fill(i, s.firstToken, s.endToken));
  return sentence;
}
