import {
  isGivenName,
  lightFold,
  nearlySameSound,
  sameGiven,
  samePerson,
  skeleton,
  soundFold,
} from '../../analysis/source';

/** How sure it is from the names alone that two full names are one person's. */
export const Likeness = { None: 0, WithContext: 1, Sure: 2 } as const;
export type Likeness = (typeof Likeness)[keyof typeof Likeness];

/** Compares two full names (two words or more). */
export function likeness(left: readonly string[], right: readonly string[]): Likeness {
  const [a, b] = left.length === right.length ? [left, right] : [unhyphened(left), unhyphened(right)];
  const [last, otherLast] = [a.at(-1) ?? '', b.at(-1) ?? ''];
  if (samePerson(a, b)) {
    if (lightFold(last) !== lightFold(otherLast)) return Likeness.WithContext;
    return spelledOut(a, b) ? Likeness.Sure : Likeness.WithContext;
  }
  if (isTransliteration(last, otherLast) && sameFirst(a, b)) return Likeness.WithContext;
  if (a.length !== b.length || soundFold(last) !== soundFold(otherLast)) return Likeness.None;
  const variant = isVariant(a[0] ?? '', b[0] ?? '') && lightFold(last) === lightFold(otherLast);
  return variant ? Likeness.WithContext : Likeness.None;
}

/** "Holt-Aasen" as two names: one paper writes the hyphen, another does not. */
function unhyphened(parts: readonly string[]): readonly string[] {
  return parts.flatMap((part) => part.split('-')).filter((part) => part !== '');
}

/** Fewest consonants that say enough about a given name whose vowels differ ("Farhad", "Farhod"). */
const ENOUGH_CONSONANTS = 4;

/** Whether two given names that are not both common ones differ in their vowels alone, as romanisations do. */
function isVariant(a: string, b: string): boolean {
  if (isGivenName(a) && isGivenName(b)) return false;
  const [x, y] = [soundFold(a), soundFold(b)];
  return x.length === y.length && skeleton(a) === skeleton(b) && skeleton(a).length >= ENOUGH_CONSONANTS;
}

/** Whether the first given names are both whole and alike; "J. Marlow" may be anyone's. */
function spelledOut(a: readonly string[], b: readonly string[]): boolean {
  return sameFirst(a, b) && (a[0] ?? '').length > 1 && (b[0] ?? '').length > 1;
}

function sameFirst(a: readonly string[], b: readonly string[]): boolean {
  return sameGiven(a[0] ?? '', b[0] ?? '');
}

/** Same consonants and as good as the same length: vowels differ between romanisations ("Qasem", "Qassim"). */
function isTransliteration(a: string, b: string): boolean {
  const [x, y] = [soundFold(a), soundFold(b)];
  if (x === y) return false;
  const vowels =
    x.length > 3 && y.length > 3 && Math.abs(x.length - y.length) < 2 && skeleton(a) === skeleton(b);
  return vowels || nearlySameSound(a, b);
}
