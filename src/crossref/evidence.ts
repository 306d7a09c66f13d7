import { sameValue } from './compare-measures';
import type { Mention } from './mention';
import type { TermWeight } from './term-weights';
import { sentenceWeight, sharedWeight, similarity } from './term-weights';

/** What speaks for and against two mentions being of one fact; each from 0 to 1. */
export interface Evidence {
  readonly thing: number;
  readonly act: number;
  readonly near: number;
  readonly sentence: number;
  /** How much an equal value says: 0 where the values differ, more for rarer numbers. */
  readonly value: number;
  readonly sameValue: boolean;
  /** One speaks of another time than the other. */
  readonly pastConflict: number;
  readonly partialConflict: number;
  /** They name different places. */
  readonly scopeConflict: number;
  /** Both stand in their article's opening. */
  readonly lead: number;
}

const LEAD_SENTENCES = 4;

/** Weighs two mentions of the same dimension. */
export function evidenceFor(a: Mention, b: Mention, weight: TermWeight): Evidence {
  const shared = sharedWeight(a.sentence.terms, b.sentence.terms, weight);
  const sentence = similarity(shared, sentenceWeight(a.sentence, weight), sentenceWeight(b.sentence, weight));
  const same = valuesAgree(a, b);
  return {
    thing: thingEvidence(a, b),
    act: actEvidence(a.acts, b.acts),
    near: nearEvidence(a.near, b.near, weight),
    sentence,
    value: same ? 0.3 + 0.7 * specificity(a) : 0,
    sameValue: same,
    pastConflict: pastConflict(a, b),
    partialConflict: a.partial === b.partial ? 0 : 1,
    scopeConflict: scopeConflict(a, b, weight),
    lead: a.sentence.index < LEAD_SENTENCES && b.sentence.index < LEAD_SENTENCES ? 1 : 0,
  };
}

function valuesAgree(a: Mention, b: Mention): boolean {
  if (a.measure !== undefined && b.measure !== undefined) return sameValue(a.measure, b.measure);
  return a.quantity.value !== null && a.quantity.value === b.quantity.value;
}

/** From 0 for "two" up to 1 for "1,742" or "6.15": how unlikely it is that two facts have the number by chance. */
function specificity(m: Mention): number {
  const { value } = m.quantity;
  if (typeof value !== 'number') return 0.5;
  const digits = String(Math.abs(value))
    .replace(/^0?\.0*/u, '')
    .replace('.', '')
    .replace(/0+$/u, '').length;
  const size = Math.log10(Math.abs(value) + 1);
  return Math.min(1, (digits - 1) * 0.35 + size * 0.12 + (Number.isInteger(value) ? 0 : 0.3));
}

function thingEvidence(a: Mention, b: Mention): number {
  const x = a.thing[a.thing.length - 1];
  const y = b.thing[b.thing.length - 1];
  if (a.people && b.people) {
    if (x === undefined || y === undefined) return 0.8;
    return x === y ? 1 : a.thing.length === 1 || b.thing.length === 1 ? 0.6 : 0.4;
  }
  if (x === undefined || y === undefined) return x === y ? 0.4 : 0.3;
  if (x === y) return 1;
  return a.thing.some((t) => b.thing.includes(t)) ? 0.5 : 0;
}

function actEvidence(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0.3;
  let best = 0;
  a.forEach((x, i) => {
    const j = b.indexOf(x);
    if (j >= 0) best = Math.max(best, 1 / (1 + 0.4 * (i + j)));
  });
  return best;
}

function nearEvidence(
  a: ReadonlyMap<number, number>,
  b: ReadonlyMap<number, number>,
  weight: TermWeight,
): number {
  let shared = 0;
  let total = 0;
  let other = 0;
  for (const [term, nearness] of a) {
    const w = weight(term);
    total += w * nearness;
    const theirs = b.get(term);
    if (theirs !== undefined) shared += w * Math.min(nearness, theirs);
  }
  for (const [term, nearness] of b) other += weight(term) * nearness;
  return similarity(shared, total, other);
}

function pastConflict(a: Mention, b: Mention): number {
  const x = a.sentence.past;
  const y = b.sentence.past;
  if (x === y) return 0;
  if (x !== null && y !== null) return /^\d/u.test(x) && /^\d/u.test(y) ? 1 : 0.3;
  return a.sentence.inheritedPast || b.sentence.inheritedPast ? 0.4 : 1;
}

function scopeConflict(a: Mention, b: Mention, weight: TermWeight): number {
  const x = a.scope.filter((t) => weight(t) >= 3);
  const y = b.scope.filter((t) => weight(t) >= 3);
  if (x.length === 0 && y.length === 0) return 0;
  if (x.some((t) => b.sentence.names.includes(t)) || y.some((t) => a.sentence.names.includes(t))) return 0;
  return x.length > 0 && y.length > 0 ? 1 : 0.4;
}

/**
 * The confidence, from 0 to 1, that two mentions are of one fact: a logistic model whose weights were set by hand on general
 * grounds and checked on clusters of news (bench/score-crossref.ts).
 */
export function confidence(e: Evidence): number {
  const z =
    -3.4 +
    1.5 * e.thing +
    1.7 * e.act +
    1.8 * e.near +
    2.6 * e.sentence +
    1.9 * e.value +
    0.5 * e.lead -
    (e.sameValue ? 0 : 0.6) -
    3 * e.pastConflict * (1 - 0.7 * e.sentence) -
    (e.sameValue ? 0.5 : 1.2) * e.partialConflict -
    (e.sameValue ? 0.5 : 1.2) * e.scopeConflict -
    (e.thing === 0 ? 1.5 : 0);
  return 1 / (1 + Math.exp(-z));
}
