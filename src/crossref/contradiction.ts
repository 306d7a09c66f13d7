import { foldWord, stem } from '../corpus/normalise';
import type { Span } from '../text';

/** What two stretches of text that otherwise tell the same say against each other: the words that decide, of each. */
export interface Contradiction {
  readonly a: string;
  readonly b: string;
}

const NEGATION =
  /^(?:not|never|no|none|nobody|without|neither|cannot|yet|failed|fails|unable|declined|refused)$|n['’]t$/iu;

const roots = new Map<string, string>();
const ROOTS_LIMIT = 20_000;

/** The word without its inflection: "denied" is "deny". */
function rootOf(word: string): string {
  let root = roots.get(word);
  if (root === undefined) {
    if (roots.size >= ROOTS_LIMIT) roots.clear();
    roots.set(word, (root = stem(foldWord(word)).replace(/i$/u, 'y')));
  }
  return root;
}

/** Words of which both cannot hold; inflections are folded. */
const OPPOSITES = `
open:close,shut opened:closed reopen:close confirm:deny accept:reject,refuse,decline approve:reject,veto
arrive:depart,leave enter:leave join:leave win:lose rise:fall,drop increase:decrease,fall,drop grow:shrink
alive:dead survive:die guilty:innocent convict:acquit begin:end start:end,finish safe:missing,dead
support:oppose allow:ban,forbid,prohibit agree:refuse resume:suspend,halt continue:stop,halt
north:south east:west northern:southern eastern:western before:after inside:outside
buy:sell hire:fire,dismiss release:detain,arrest stay:leave cancel:confirm postpone:confirm
`;

const OPPOSITE = new Map<string, Set<string>>();
for (const entry of OPPOSITES.trim().split(/\s+/u)) {
  const [left = '', right = ''] = entry.split(':');
  for (const word of right.split(',')) {
    for (const [x, y] of [
      [rootOf(left), rootOf(word)],
      [rootOf(word), rootOf(left)],
    ] as const)
      OPPOSITE.set(x, (OPPOSITE.get(x) ?? new Set<string>()).add(y));
  }
}

/** On the way here, already there elsewhere. */
const UNDER_WAY = /\b(?:on (?:the|its|his|her|their) way|en route|heading|under way to)\b/iu;
const THERE =
  /\b(?:on (?:the )?(?:site|scene|spot)|at the (?:site|scene|spot)|(?:had|has|have) (?:already )?arrived)\b/iu;

/** A word with its place in the article. */
export interface Word extends Span {
  readonly text: string;
  readonly stem: string;
}

/** Words as {@link contradictionOf} reads them, of a stretch of an article. */
export function readWords(prose: string, { start, end }: Span): readonly Word[] {
  return [...prose.slice(start, end).matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)].map((m) => ({
    start: start + m.index,
    end: start + m.index + m[0].length,
    text: m[0],
    stem: rootOf(m[0]),
  }));
}

/** A stretch of an article, with the words of its sentence. */
export interface Stretch extends Span {
  readonly prose: string;
  readonly words: readonly Word[];
}

/**
 * Looks for a denial in one of two stretches only, or for opposites ("opened", "closed").
 * @returns the deciding words with those around them, or undefined
 */
export function contradictionOf(a: Stretch, b: Stretch): Contradiction | undefined {
  const [textA, textB] = [a.prose.slice(a.start, a.end), b.prose.slice(b.start, b.end)];
  if (textA === textB) return undefined;
  const place = placesApart(textA, textB);
  if (place !== undefined) return place;
  const [left, right] = [wordsIn(a), wordsIn(b)];
  const [ofLeft, ofRight] = [new Set(left.map((w) => w.stem)), new Set(right.map((w) => w.stem))];
  for (const x of left) {
    const opposites = ofRight.has(x.stem) ? undefined : OPPOSITE.get(x.stem);
    const y =
      opposites === undefined ? undefined : right.find((w) => opposites.has(w.stem) && !ofLeft.has(w.stem));
    if (y !== undefined) return { a: around(a.prose, left, x), b: around(b.prose, right, y) };
  }
  return denied(a, left, b, right);
}

function wordsIn({ start, end, words }: Stretch): readonly Word[] {
  return words.filter((w) => w.start >= start && w.end <= end);
}

function placesApart(a: string, b: string): Contradiction | undefined {
  const [wayA, wayB] = [UNDER_WAY.exec(a), UNDER_WAY.exec(b)];
  const [thereA, thereB] = [THERE.exec(a), THERE.exec(b)];
  if (wayA !== null && wayB === null && thereB !== null && thereA === null)
    return { a: wayA[0], b: thereB[0] };
  if (wayB !== null && wayA === null && thereA !== null && thereB === null)
    return { a: thereA[0], b: wayB[0] };
  return undefined;
}

/** What will be is not denied by its not being yet. */
const FUTURE = /\b(?:will|would|shall|to|expected|plans?|planned|due|set)\s+(?:\S+\s+){0,2}$/iu;

/** A negation before a word that the other has without one. */
function denied(
  a: Stretch,
  left: readonly Word[],
  b: Stretch,
  right: readonly Word[],
): Contradiction | undefined {
  const [notA, notB] = [left.filter(isNegation), right.filter(isNegation)];
  if (notA.length === notB.length || Math.min(notA.length, notB.length) > 0) return undefined;
  const [negation] = notA.length > 0 ? notA : notB;
  const [own, other] = notA.length > 0 ? [left, right] : [right, left];
  const [ownSide, otherSide] = notA.length > 0 ? [a, b] : [b, a];
  const denied = own.find((w) => negation !== undefined && w.start > negation.start && w.stem.length > 3);
  const affirmed = other.find((w) => w.stem === denied?.stem);
  if (negation === undefined || affirmed === undefined) return undefined;
  if (FUTURE.test(otherSide.prose.slice(otherSide.start, affirmed.start))) return undefined;
  const words = [around(ownSide.prose, own, negation), around(otherSide.prose, other, affirmed)];
  const [inA = '', inB = ''] = notA.length > 0 ? words : words.reverse();
  return { a: inA, b: inB };
}

function isNegation(word: Word): boolean {
  return NEGATION.test(word.text);
}

/** A word with one before and two behind it. */
function around(prose: string, words: readonly Word[], word: Word): string {
  const i = words.indexOf(word);
  const first = words[Math.max(0, i - 1)] ?? word;
  const last = words[Math.min(words.length - 1, i + 2)] ?? word;
  return prose.slice(first.start, last.end).replace(/\s+/gu, ' ');
}
