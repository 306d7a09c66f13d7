import { Gap, type Atoms } from './atoms';
import { blankDraft, type Draft } from './draft';
import { modifierBefore } from './modifier';
import { thingAfter } from './thing';
import type { Unit } from './units';

const AFTER =
  /^(?:ago|later|earlier|after|before|old|apart|long|away|from|off|north|south|east|west|wide|deep|high|tall|below|above|inside|ahead|early|late)$/;
const BEFORE = new Set([
  'for',
  'within',
  'about',
  'nearly',
  'almost',
  'than',
  'over',
  'under',
  'least',
  'around',
  'lasted',
  'took',
  'takes',
  'take',
  'spent',
  'only',
  'just',
  'half',
  'every',
]);
const MEASURES = new Set(['duration', 'distance']);

/** Units whose single one, with what it holds, is an amount ("a gallon of fuel"); cups and tons are mostly idioms. */
const FILLS = new Set(['gallon', 'litre', 'barrel', 'pint', 'kilogram', 'pound', 'tonne', 'ounce']);

/** "a week ago", "for an hour", "more than a mile": one unit, where the words measure with it. */
export function readSingle(a: Atoms, i: number): Draft | null {
  if (a.lex(i) !== 'a' && a.lex(i) !== 'an') return null;
  const { unit } = a.entry(i + 1);
  if (unit && FILLS.has(unit.id) && a.lex(i + 2) === 'of')
    return {
      ...blankDraft(i, i + 2),
      kind: unit.kind,
      value: 1,
      unit: unit.id,
      thing: thingAfter(a, i + 3, true),
    };
  if (!unit || !MEASURES.has(unit.kind) || a.gap[i + 1] !== Gap.Space || unit.id === 'second') return null;
  const half = andHalf(a, i, unit);
  if (half) return half;
  const hyphen = a.isHyphen(i + 2) && a.glued(i + 2) ? 1 : 0;
  const after = a.isWord(i + 2 + hyphen) && a.follows(i + 2) ? a.text(i + 2 + hyphen) : '';
  if (!AFTER.test(after) && !(hyphen === 0 && BEFORE.has(a.lex(i - 1)) && a.follows(i))) return null;
  const age = after === 'old' || (hyphen === 1 && a.text(i + 3) === 'old');
  return {
    ...blankDraft(i, i + 2),
    kind: age ? 'age' : unit.kind,
    value: 1,
    unit: unit.id,
    modifier: modifierBefore(a, i),
    thing: hyphen === 1 ? thingAfter(a, i + 4, true) : null,
  };
}

/** "an hour and a half". */
function andHalf(a: Atoms, i: number, unit: Unit): Draft | null {
  if (a.lex(i + 2) !== 'and' || a.lex(i + 3) !== 'a' || a.entry(i + 4).part !== 2 || !a.follows(i + 4))
    return null;
  return {
    ...blankDraft(i, i + 5),
    kind: unit.kind,
    value: 1.5,
    unit: unit.id,
    modifier: modifierBefore(a, i),
  };
}

/** "a couple of aides", "a pair of boots": two, without a numeral. */
export function readPair(a: Atoms, i: number): Draft | null {
  if (a.lex(i) !== 'a') return null;
  const text = a.text(i + 1);
  if ((text !== 'couple' && text !== 'pair') || a.lex(i + 2) !== 'of' || !a.follows(i + 1)) return null;
  return {
    ...blankDraft(i, i + 2),
    value: 2,
    wordless: true,
    modifier: text === 'couple' ? 'about' : null,
    thing: thingAfter(a, i + 3, false),
  };
}
