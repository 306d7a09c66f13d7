import type { Atoms } from './atoms';
import { blankDraft, type Draft } from './draft';
import { readExact } from './number';
import type { Num } from './number-words';
import { readUnit } from './measure';
import { isPlural } from './thing';

const RESULT_BEFORE = new Set(
  'won win wins beat beats beating lost lose loses defeated defeating victory draw drew drawn tie tied led lead leads leading score scored vote voted votes voting ruled ruling decision record series record, margin split trailed trailing rout routed past over downed edged confirmed passed approved rejected'.split(
    ' ',
  ),
);
const RESULT_AFTER =
  /^(?:win|wins|victory|victories|loss|losses|defeat|draw|vote|votes|decision|ruling|lead|record|majority|margin|rout|triumph|start|split|score|series|final|tie|favourite|favorite|underdog|odds|shot)$/;

/**
 * Reads "3-1", "54–46", "10-to-1" where they are a result, a vote or odds. A pair that grows before a plural ("3-4 days")
 * is left to the ranges.
 */
export function readScore(a: Atoms, num: Num): Draft | null {
  const { value } = num;
  if (value === null || num.next !== num.first + 1) return null;
  const to =
    a.lex(num.next) === 'to'
      ? 1
      : a.isHyphen(num.next) && a.lex(num.next + 1) === 'to' && a.isHyphen(num.next + 2)
        ? 3
        : 0;
  const dash = a.isDash(num.next) && a.glued(num.next) && a.glued(num.next + 1) ? 1 : 0;
  const at = num.next + (to || dash);
  if (at === num.next || !a.follows(at)) return null;
  const second = readExact(a, at);
  if (second?.next !== at + 1 || second.scale > 1) return null;
  if (a.length(num.first) > 3 && num.digits) return null;
  if (a.isDash(second.next) && a.glued(second.next) && !a.isDigits(second.next + 1) && dash > 0) {
    if (!RESULT_AFTER.test(a.text(second.next + 1))) return null;
  } else if (a.glued(second.next) && a.isWord(second.next)) return null;
  if (to > 0 && readUnit(a, second.next, second.digits) !== null) return null;
  const cued = isResult(a, num.first, second.next);
  if (dash === 0 && !cued && !(to === 3)) return null;
  if (!cued && to === 0) {
    if (a.entry(second.next).unit !== null || a.is(second.next, '%')) return null;
    if (value < second.value || isPlural(a, second.next)) return null;
  }
  const odds = to === 3 && !/^(?:vote|decision|ruling|victory|win)$/.test(a.text(second.next));
  const first = { ...blankDraft(num.first, second.next) };
  if (odds || (value === second.value && !cued))
    return { ...first, kind: 'ratio', value: value / second.value };
  return { ...first, kind: 'score', value: `${value}-${second.value}` };
}

function isResult(a: Atoms, first: number, next: number): boolean {
  if (a.isWord(next) && a.follows(next) && RESULT_AFTER.test(a.text(next))) return true;
  for (let i = first - 1; i > first - 6 && i >= 0 && a.follows(i + 1); i--)
    if (a.isWord(i) && RESULT_BEFORE.has(a.text(i).toLowerCase())) return true;
  return false;
}

const PARTS = new Set([
  2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100, 200, 500, 1000,
]);

/** Reads "two in five", "nine out of 10", "one in 100,000". */
export function readRatio(a: Atoms, num: Num): Draft | null {
  if (num.value === null || num.value < 1 || num.value > 99 || num.scale > 1) return null;
  const out = a.lex(num.next) === 'out' && a.lex(num.next + 1) === 'of';
  const every = a.lex(num.next + 1) === 'every';
  if (!out && a.lex(num.next) !== 'in') return null;
  const at = num.next + (out || every ? 2 : 1);
  const second = readExact(a, at);
  if (!second || second.value <= num.value || !a.follows(at)) return null;
  const round =
    PARTS.has(second.value) || (second.value >= 1000 && second.value % 1000 === 0 && !yearLike(a, second));
  if (!round || (num.value > 10 && !out)) return null;
  if (!out && (a.entry(second.next).unit !== null || a.entry(second.next).month > 0)) return null;
  if (!out && isPlural(a, second.next) && num.value !== 1 && !every && !countsPeople(a, second.next))
    return null;
  return { ...blankDraft(num.first, second.next), kind: 'ratio', value: num.value / second.value };
}

function yearLike(a: Atoms, num: Num): boolean {
  return num.digits && a.text(num.first).length === 4;
}

function countsPeople(a: Atoms, i: number): boolean {
  return /^(?:people|adults|americans|britons|men|women|children|voters|households|families|workers|patients|students)$/i.test(
    a.text(i),
  );
}
