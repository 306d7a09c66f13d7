import { blankDraft, type Draft } from './draft';
import type { Atoms } from './atoms';
import { Role } from './lexicon';

const CASUALTIES = new Set([
  'casualties',
  'injuries',
  'deaths',
  'fatalities',
  'survivors',
  'victims',
  'casualty',
  'injury',
  'arrests',
  'damage',
]);

/** "no casualties", "no one was hurt", "none of the passengers": zero without a numeral. */
export function readZero(a: Atoms, i: number): Draft | null {
  const lex = a.lex(i);
  if (lex === 'no') return noThings(a, i) ?? noOne(a, i, i + 2);
  if (lex === 'none') return { ...blankDraft(i, i + 1), value: 0, wordless: true };
  return lex === 'nobody' ? noOne(a, i, i + 1) : null;
}

function noThings(a: Atoms, i: number): Draft | null {
  for (let at = i + 1; at < i + 7 && a.isWord(at) && a.follows(at); at++) {
    const word = a.lex(at);
    if (CASUALTIES.has(word)) {
      const thing = { start: a.start[i + 1] ?? 0, end: a.end[at] ?? 0 };
      return { ...blankDraft(i, at + 1), value: 0, wordless: true, thing };
    }
    const reported = a.lex(at) === 'of' && /^(?:reports?|signs?|evidence|word)$/.test(a.lex(at - 1));
    if ((a.entry(at).role & Role.Stop) !== 0 && a.lex(at) !== 'or' && a.lex(at) !== 'any' && !reported)
      return null;
  }
  return null;
}

/** "no one was killed", "nobody was hurt". */
function noOne(a: Atoms, i: number, verb: number): Draft | null {
  if (a.lex(i) === 'no' && a.lex(i + 1) !== 'one') return null;
  for (let at = verb; at < verb + 4 && a.isWord(at) && a.follows(at); at++)
    if ((a.entry(at).role & Role.Fate) !== 0)
      return {
        ...blankDraft(i, verb),
        value: 0,
        wordless: true,
        thing: { start: a.start[at] ?? 0, end: a.end[at] ?? 0 },
      };
  return null;
}
