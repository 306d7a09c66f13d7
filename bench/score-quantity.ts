import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findQuantities } from '../src/analysis/quantity';
import type { Quantity } from '../src/analysis/model';
import { overlaps, readArticleText, type Span } from '../src/text';
import type { Figure } from './figures';
import {
  EXCLUSIONS,
  MODELS,
  QUANTULUM_EXCLUSIONS,
  SHARED,
  faults,
  hasShared,
  quantulumCases,
  quantulumFaults,
  recognizerCases,
} from './quantity-specs';

/** A share: `right` of `total`. */
export interface Share {
  readonly name: string;
  readonly right: number;
  readonly total: number;
}

interface GoldNumber extends Span {
  readonly file: string;
  readonly core: Span;
  readonly kind: string;
  readonly value: unknown;
  readonly not_a_quantity: boolean;
}

/**
 * Scores the scanner against the hand-made gold and the published specs; empty where the shared data are absent.
 * @param misses receives a line for each case that is wrong
 */
export function scoreQuantity(misses: (line: string) => void = () => undefined): Share[] {
  if (!hasShared()) return [];
  return [...scoreGold(misses), ...scoreRecognizers(misses), ...scoreQuantulum(misses)];
}

/** The same rules as `shared/eval/score.mjs`; wordless dates and zeros are no numbers there and are left out. */
function scoreGold(misses: (line: string) => void): Share[] {
  const gold = JSON.parse(readFileSync(path.join(SHARED, 'gold/numbers.json'), 'utf8')) as GoldNumber[];
  const tally = {
    found: 0,
    total: 0,
    valueRight: 0,
    valued: 0,
    refused: 0,
    designators: 0,
    right: 0,
    predicted: 0,
  };
  for (const file of new Set(gold.map((g) => g.file))) {
    const source = readFileSync(path.join(SHARED, 'articles', file), 'utf8');
    const mine = findQuantities(readArticleText(source, 'plain')).filter((q) => !q.wordless);
    const ours = gold.filter((g) => g.file === file);
    for (const g of ours) countGold(g, mine, tally, misses);
    for (const q of mine) {
      const hit = ours.find((g) => overlaps(q, g.core) || overlaps(q, g));
      tally.predicted++;
      if (hit && !hit.not_a_quantity) tally.right++;
      else misses(`gold extra: ${q.text}`);
    }
  }
  return [
    { name: 'gold.recall', right: tally.found, total: tally.total },
    { name: 'gold.precision', right: tally.right, total: tally.predicted },
    { name: 'gold.value_right', right: tally.valueRight, total: tally.valued },
    { name: 'gold.designators_refused', right: tally.refused, total: tally.designators },
  ];
}

function countGold(
  g: GoldNumber,
  mine: readonly Quantity[],
  tally: {
    found: number;
    total: number;
    valueRight: number;
    valued: number;
    refused: number;
    designators: number;
  },
  misses: (line: string) => void,
): void {
  const hit = mine.find((q) => overlaps(q, g.core));
  if (g.not_a_quantity) {
    tally.designators++;
    if (!hit) tally.refused++;
    return;
  }
  tally.total++;
  if (!hit) {
    misses(`gold missed: ${g.kind} ${String(g.value)}`);
    return;
  }
  tally.found++;
  const typed = typeof g.value === 'number' || g.kind === 'date' || g.kind === 'time-of-day';
  if (!typed) return;
  tally.valued++;
  if (String(hit.value) === String(g.value)) tally.valueRight++;
  else misses(`gold value: ${hit.text}: ${String(g.value)} → ${String(hit.value)}`);
}

/** Cases that Recognizers-Text itself runs in JavaScript, by model; then the others, which only its .NET does, in one figure. */
function scoreRecognizers(misses: (line: string) => void): Share[] {
  const cases = recognizerCases().filter((c) => c.excluded === null);
  const judged = cases.map((c) => {
    const wrong = faults(c);
    if (wrong.length > 0)
      misses(
        `${c.model}${c.notInJavaScript ? ' (.NET only)' : ''}: ${JSON.stringify(c.input)}: ${wrong.join('; ')}`,
      );
    return { ...c, right: wrong.length === 0 };
  });
  const figure = (name: string, of: typeof judged): Share => ({
    name,
    right: of.filter((c) => c.right).length,
    total: of.length,
  });
  const javaScript = judged.filter((c) => !c.notInJavaScript);
  return [
    ...MODELS.map((model) =>
      figure(
        `recognizers.${model}`,
        javaScript.filter((c) => c.model === model),
      ),
    ),
    figure('recognizers.all', javaScript),
    figure('recognizers.with_dotnet_only', judged),
    figure(
      'recognizers.nothing_left_out',
      recognizerCases().map((c) => ({ ...c, right: faults(c).length === 0 })),
    ),
  ];
}

function scoreQuantulum(misses: (line: string) => void): Share[] {
  const cases = quantulumCases().filter((c) => c.excluded === null);
  let right = 0;
  for (const c of cases) {
    const wrong = quantulumFaults(c);
    if (wrong.length === 0) right++;
    else misses(`quantulum3: ${JSON.stringify(c.input)}: ${wrong.join('; ')}`);
  }
  const all = quantulumCases();
  const rightOfAll = all.filter((c) => quantulumFaults(c).length === 0).length;
  return [
    { name: 'quantulum3', right, total: cases.length },
    { name: 'quantulum3.nothing_left_out', right: rightOfAll, total: all.length },
  ];
}

/** The classes of cases left out, with their number and reason. */
export function exclusions(): { corpus: string; name: string; cases: number; reason: string }[] {
  const recognizers = recognizerCases();
  const quantulum = quantulumCases();
  return [
    ...EXCLUSIONS.map((e) => ({
      corpus: 'recognizers',
      name: e.name,
      cases: recognizers.filter((c) => c.excluded === e.name).length,
      reason: e.reason,
    })),
    ...QUANTULUM_EXCLUSIONS.map((e) => ({
      corpus: 'quantulum3',
      name: e.name,
      cases: quantulum.filter((c) => c.excluded === e.name).length,
      reason: e.reason,
    })),
  ];
}

/** The shares in percent, then how many cases each class leaves out; prints the reasons and what is still wrong. */
export function score(): Figure[] {
  const wrong: string[] = [];
  const shares = scoreQuantity((line) => wrong.push(line));
  if (shares.length === 0) return [];
  const left = exclusions();
  for (const e of left) console.log(`left out of ${e.corpus}, ${e.cases} cases: ${e.name}: ${e.reason}`);
  for (const line of wrong) console.log(line);
  return shares.map((s) => ({
    name: s.name,
    value: (100 * s.right) / s.total,
    unit: '%',
    note: `${s.right} of ${s.total}`,
  }));
}
