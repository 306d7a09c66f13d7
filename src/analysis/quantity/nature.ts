import type { Atoms } from './atoms';
import { blankDraft, type Draft } from './draft';
import type { Num } from './number-words';

/** "magnitude 6.1", "magnitude-6.1", "6.1-magnitude", "7.2 on the Richter scale". */
export function magnitude(a: Atoms, d: Draft): Draft | null {
  const found = (next: number): Draft => ({ ...d, kind: 'magnitude', unit: 'magnitude', next });
  const hyphen = a.isHyphen(d.next) ? 1 : 0;
  if (a.text(d.next + hyphen) === 'magnitude') return found(d.next + hyphen + 1);
  const mark = a.isHyphen(d.first - 1) && a.glued(d.first) ? 1 : 0;
  if (a.lex(d.first - 1 - mark) === 'magnitude' && a.isDigits(d.first)) return found(d.next);
  if (a.lex(d.first - 1) === 'of' && /^magnitude$/i.test(a.text(d.first - 2))) return found(d.next);
  if (
    a.lex(d.next) === 'on' &&
    a.lex(d.next + 1) === 'the' &&
    /^(?:Richter|open-ended)$/i.test(a.text(d.next + 2))
  )
    return found(d.next);
  return null;
}

/** "40C", "104F": degrees, where the words around speak of heat or cold; elsewhere such a thing is a seat or a flat. */
export function gluedDegrees(a: Atoms, num: Num, letters: string): Draft | null {
  const unit = letters === 'C' ? 'degree Celsius' : letters === 'F' ? 'degree Fahrenheit' : null;
  if (unit === null || num.next !== num.first + 1 + (a.isDigits(num.first) ? 0 : 1)) return null;
  for (let i = num.first - 12; i < num.next + 12; i++)
    if (a.isWord(i) && WARMTH.test(a.text(i)))
      return { ...blankDraft(num.first, num.next + 1), value: num.value, kind: 'temperature', unit };
  return null;
}

const WARMTH =
  /^(?:temperatures?|heat(?:wave)?|hot(?:ter|test)?|cold(?:er|est)?|cool(?:er)?|warm(?:er|est|ing|ed)?|mercury|thermometers?|highs|lows|freezing|degrees)$/i;
