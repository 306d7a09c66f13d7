import type { Modifier } from '../model';
import type { Atoms } from './atoms';

/** Phrases before a number, last word first, so that a look-back walks them; longer phrases win. */
const BEFORE: readonly (readonly [phrase: string, modifier: Modifier])[] = [
  ['at least', 'at-least'],
  ['no fewer than', 'at-least'],
  ['no less than', 'at-least'],
  ['not less than', 'at-least'],
  ['not fewer than', 'at-least'],
  ['a minimum of', 'at-least'],
  ['minimum', 'at-least'],
  ['equal to or more than', 'at-least'],
  ['more than or equal to', 'at-least'],
  ['greater than or equal to', 'at-least'],
  ['greater or equal than', 'at-least'],
  ['bigger or equal than', 'at-least'],
  ['higher or equal than', 'at-least'],
  ['less than or equal to', 'at-most'],
  ['equal to or less than', 'at-most'],
  ['less or equal than', 'at-most'],
  ['smaller or equal than', 'at-most'],
  ['lower or equal than', 'at-most'],
  ['surpass', 'more-than'],
  ['more than', 'more-than'],
  ['over', 'more-than'],
  ['above', 'more-than'],
  ['in excess of', 'more-than'],
  ['upwards of', 'more-than'],
  ['upward of', 'more-than'],
  ['north of', 'more-than'],
  ['exceeding', 'more-than'],
  ['exceeded', 'more-than'],
  ['exceeds', 'more-than'],
  ['exceed', 'more-than'],
  ['surpassing', 'more-than'],
  ['surpassed', 'more-than'],
  ['topped', 'more-than'],
  ['greater than', 'more-than'],
  ['larger than', 'more-than'],
  ['bigger than', 'more-than'],
  ['higher than', 'more-than'],
  ['longer than', 'more-than'],
  ['older than', 'more-than'],
  ['well over', 'more-than'],
  ['just over', 'more-than'],
  ['little over', 'more-than'],
  ['slightly more than', 'more-than'],
  ['up to', 'at-most'],
  ['as many as', 'at-most'],
  ['as much as', 'at-most'],
  ['as high as', 'at-most'],
  ['no more than', 'at-most'],
  ['not more than', 'at-most'],
  ['at most', 'at-most'],
  ['a maximum of', 'at-most'],
  ['maximum', 'at-most'],
  ['no fewer', 'at-least'],
  ['fewer than', 'less-than'],
  ['less than', 'less-than'],
  ['under', 'less-than'],
  ['below', 'less-than'],
  ['smaller than', 'less-than'],
  ['lower than', 'less-than'],
  ['younger than', 'less-than'],
  ['shorter than', 'less-than'],
  ['just under', 'less-than'],
  ['short of', 'less-than'],
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['some', 'about'],
  ['approximately', 'about'],
  ['approx', 'about'],
  ['circa', 'about'],
  ['estimated', 'about'],
  ['estimated to be', 'about'],
  ['in the region of', 'about'],
  ['something like', 'about'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['close to', 'nearly'],
  ['approaching', 'nearly'],
  ['so far', 'so-far'],
  ['initially', 'so-far'],
  ['thus far', 'so-far'],
];

/** ">30" and its like, written before a number. */
const SIGNS: Readonly<Record<string, Modifier>> = {
  '>': 'more-than',
  '<': 'less-than',
  '≥': 'at-least',
  '≤': 'at-most',
  '~': 'about',
  '±': 'about',
};

const MAX_WORDS = 5;
const byLast = new Map<string, (readonly [words: readonly string[], modifier: Modifier])[]>();
for (const [phrase, modifier] of BEFORE) {
  const words = phrase.split(' ').reverse();
  const last = words[0] ?? '';
  const list = byLast.get(last) ?? [];
  list.push([words, modifier]);
  list.sort((x, y) => y[0].length - x[0].length);
  byLast.set(last, list);
}

/** The modifier in the words right before atom `first`, or null. */
export function modifierBefore(a: Atoms, first: number): Modifier | null {
  let at = first - 1;
  if (!a.follows(first)) return null;
  const sign = SIGNS[a.symbol(at) === 0 ? '' : a.text(at)];
  if (sign) return sign;
  // "at least another 20", "more than the 300", "up to an estimated 40"
  const skipped = a.lex(at);
  if (skipped === 'another' || skipped === 'the' || skipped === 'a' || skipped === 'an') at--;
  const found = phraseAt(a, at);
  if (found || skipped !== 'a') return found;
  return phraseAt(a, first - 1);
}

function phraseAt(a: Atoms, at: number): Modifier | null {
  const list = byLast.get(a.lex(at));
  if (!list) return null;
  for (const [words, modifier] of list) {
    if (
      words.length <= MAX_WORDS &&
      words.every((w, k) => a.lex(at - k) === w && (k === 0 || a.follows(at - k + 1)))
    )
      return modifier;
  }
  return null;
}

/** The modifier in the words from atom `next` on: "or more", "-plus", "+", "or so", "so far"; with the atom after it. */
export function modifierAfter(a: Atoms, next: number): { modifier: Modifier; next: number } | null {
  if (!a.follows(next)) return null;
  if (a.is(next, '+') && a.glued(next)) return { modifier: 'at-least', next: next + 1 };
  if (a.isHyphen(next) && a.lex(next + 1) === 'plus') return { modifier: 'at-least', next: next + 2 };
  const first = a.lex(next);
  if (first === 'or' || first === 'and') {
    const second = a.lex(next + 1);
    if (a.lex(next + 2) === 'than') return null;
    if (second === 'more' || second === 'greater' || second === 'above' || second === 'over')
      return { modifier: 'at-least', next };
    if (second === 'fewer' || second === 'less' || second === 'under') return { modifier: 'at-most', next };
    if (second === 'so' && first === 'or') return { modifier: 'about', next };
  }
  return null;
}

/** How far "so far", "initially" and "to date" may stand from the number, in atoms. */
const SO_FAR_REACH = 8;

/** "the toll so far is 24", "had killed 24 so far": a count that its sentence calls the last one known. */
export function soFar(
  a: Atoms,
  d: { readonly first: number; readonly next: number; readonly kind: string },
): Modifier | null {
  if (d.kind !== 'count' && d.kind !== 'money') return null;
  for (let i = d.first - 1; i > d.first - SO_FAR_REACH && a.follows(i + 1) && a.isWord(i); i--)
    if (isSoFar(a, i)) return 'so-far';
  for (let i = d.next; i < d.next + SO_FAR_REACH && a.follows(i) && a.isWord(i); i++)
    if (isSoFar(a, i)) return 'so-far';
  return null;
}

function isSoFar(a: Atoms, i: number): boolean {
  const { word } = a.entry(i);
  if (word === 'initially') return true;
  if (word === 'so' || word === 'thus') return a.entry(i + 1).word === 'far';
  return word === 'to' && a.entry(i + 1).word === 'date';
}
