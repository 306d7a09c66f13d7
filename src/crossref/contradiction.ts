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

interface Word {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  readonly stem: string;
}

/**
 * Looks for a denial in one of two stretches only, or for opposites ("opened", "closed").
 * @returns the deciding words with those around them, or undefined
 */
export function contradictionOf(proseA: string, a: Span, proseB: string, b: Span): Contradiction | undefined {
  const [textA, textB] = [proseA.slice(a.start, a.end), proseB.slice(b.start, b.end)];
  if (textA === textB) return undefined;
  const place = placesApart(textA, textB);
  if (place !== undefined) return place;
  const [left, right] = [wordsOf(textA), wordsOf(textB)];
  const stems = new Set([...left, ...right].map((w) => w.stem));
  const only = (words: readonly Word[], others: readonly Word[]): Word[] =>
    words.filter((w) => !others.some((o) => o.stem === w.stem));
  for (const x of only(left, right)) {
    const y = only(right, left).find((w) => OPPOSITE.get(x.stem)?.has(w.stem) === true);
    if (y !== undefined) return { a: around(textA, left, x), b: around(textB, right, y) };
  }
  return stems.size === 0 ? undefined : denied(textA, left, textB, right);
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
  textA: string,
  left: readonly Word[],
  textB: string,
  right: readonly Word[],
): Contradiction | undefined {
  const [notA, notB] = [left.filter(isNegation), right.filter(isNegation)];
  if (notA.length === notB.length || Math.min(notA.length, notB.length) > 0) return undefined;
  const [negation] = notA.length > 0 ? notA : notB;
  const [own, other] = notA.length > 0 ? [left, right] : [right, left];
  const [ownText, otherText] = notA.length > 0 ? [textA, textB] : [textB, textA];
  const denied = own.find((w) => negation !== undefined && w.at > negation.at && w.stem.length > 3);
  const affirmed = other.find((w) => w.stem === denied?.stem);
  if (negation === undefined || affirmed === undefined) return undefined;
  if (FUTURE.test(otherText.slice(0, affirmed.at))) return undefined;
  const words = [around(ownText, own, negation), around(otherText, other, affirmed)];
  const [a = '', b = ''] = notA.length > 0 ? words : words.reverse();
  return { a, b };
}

function isNegation(word: Word): boolean {
  return NEGATION.test(word.text);
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)].map((m) => ({
    at: m.index,
    end: m.index + m[0].length,
    text: m[0],
    stem: rootOf(m[0]),
  }));
}

/** A word with one before and two behind it. */
function around(text: string, words: readonly Word[], word: Word): string {
  const i = words.indexOf(word);
  const first = words[Math.max(0, i - 1)] ?? word;
  const last = words[Math.min(words.length - 1, i + 2)] ?? word;
  return text.slice(first.at, last.end).replace(/\s+/gu, ' ');
}
