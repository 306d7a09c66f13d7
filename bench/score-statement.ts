/**
 * Prints the statements' scores on the PolNeAR validation labels, by the metric of score_polnear.py: exact F1 and Jaccard of
 * source, cue and content. usage: npx tsx bench/score-statement.ts [WEIGHTS]
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { createStatementFinder } from '../src/analysis/statement';
import type { Span } from '../src/text';
import { readArticleText } from '../src/text';
import type { Figure } from './figures';
import { table } from './figures';

const KINDS = ['source', 'cue', 'content'] as const;
type Kind = (typeof KINDS)[number];
type Range = readonly [start: number, end: number];

interface LabelledSentence {
  readonly id: string | null;
  readonly labels: readonly string[];
  readonly offsets: readonly (Range | null)[];
}

/** Counts of one kind: found and right, missed, found and wrong; and the sums behind Jaccard. */
interface Counts {
  right: number;
  missed: number;
  wrong: number;
  jaccard: number;
  compared: number;
}

export interface PolnearScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly jaccard: number;
}

const folder = path.join(import.meta.dirname, '../../shared/corpora/polnear');

/** The scores in percent, or null where the corpus is not beside the project. */
export function scoreStatements(weights: Uint8Array | null): Record<Kind, PolnearScore> | null {
  if (!existsSync(folder)) return null;
  const predicted = predict(weights);
  const counts: Record<Kind, Counts> = { source: none(), cue: none(), content: none() };
  for (const line of lines('valid_labels.jsonl')) {
    const sentence = JSON.parse(line) as LabelledSentence;
    const spans = sentence.id === null ? undefined : predicted.get(sentence.id);
    const labels = spans ? project(sentence.offsets, spans) : [];
    for (const kind of KINDS) count(counts[kind], ranges(sentence.labels, kind), ranges(labels, kind));
  }
  return { source: rates(counts.source), cue: rates(counts.cue), content: rates(counts.content) };
}

function lines(file: string): string[] {
  return readFileSync(path.join(folder, file), 'utf8').trim().split('\n');
}

/** Runs the finder; an article that stands twice, for two annotators, is read once. */
function predict(weights: Uint8Array | null): Map<string, Record<Kind, Range[]>> {
  const finder = createStatementFinder(weights);
  const found = new Map<string, Record<Kind, Range[]>>();
  for (const line of lines('polnear_dev.jsonl')) {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    if (found.has(id)) continue;
    const points = (s: Span): Range => [codePoints(text, s.start), codePoints(text, s.end)];
    const spans: Record<Kind, Range[]> = { source: [], cue: [], content: [] };
    for (const s of finder.find(readArticleText(text, 'plain'))) {
      if (s.source) spans.source.push(points(s.source));
      spans.cue.push(...s.cue.map(points));
      spans.content.push(...s.content.map(points));
    }
    found.set(id, spans);
  }
  return found;
}

function codePoints(text: string, offset: number): number {
  return offset - (text.slice(0, offset).match(/[\uDC00-\uDFFF]/g)?.length ?? 0);
}

function project(offsets: readonly (Range | null)[], spans: Record<Kind, Range[]>): string[] {
  const labels = offsets.map(() => 'O');
  for (const kind of ['content', 'source', 'cue'] as const) {
    for (const [start, end] of spans[kind]) {
      let begun = false;
      offsets.forEach((o, i) => {
        if (!o || o[0] >= end || o[1] <= start) return;
        labels[i] = (begun ? 'I-' : 'B-') + kind;
        begun = true;
      });
    }
  }
  return labels;
}

function ranges(labels: readonly string[], kind: Kind): Range[] {
  const out: Range[] = [];
  let first = -1;
  for (let i = 0; i <= labels.length; i++) {
    if (first >= 0 && labels[i] !== 'I-' + kind) {
      out.push([first, i]);
      first = -1;
    }
    if (labels[i] === 'B-' + kind) first = i;
  }
  return out;
}

function count(c: Counts, gold: readonly Range[], found: readonly Range[]): void {
  const has = (list: readonly Range[], r: Range): boolean => list.some((x) => x[0] === r[0] && x[1] === r[1]);
  for (const g of gold) {
    if (has(found, g)) c.right++;
    else c.missed++;
    c.jaccard += Math.max(0, ...found.map((f) => jaccard(f, g)));
    c.compared++;
  }
  for (const f of found) {
    if (has(gold, f)) continue;
    c.wrong++;
    if (Math.max(0, ...gold.map((g) => jaccard(f, g))) <= 0) c.compared++;
  }
}

function jaccard(a: Range, b: Range): number {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return Math.max(0, shared / (Math.max(a[1], b[1]) - Math.min(a[0], b[0])));
}

function none(): Counts {
  return { right: 0, missed: 0, wrong: 0, jaccard: 0, compared: 0 };
}

function rates(c: Counts): PolnearScore {
  const precision = (100 * c.right) / Math.max(1, c.right + c.wrong);
  const recall = (100 * c.right) / Math.max(1, c.right + c.missed);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return { precision, recall, f1, jaccard: (100 * c.jaccard) / Math.max(1, c.compared) };
}

/** The scores of the shipped model and of the rules alone; empty where the corpus is absent. */
export function score(): Figure[] {
  const weights = readFileSync(path.join(import.meta.dirname, '..', 'models', 'statements.bin'));
  return [...figures('', scoreStatements(weights)), ...figures(', rules alone', scoreStatements(null))];
}

function figures(suffix: string, scores: Record<Kind, PolnearScore> | null): Figure[] {
  if (scores === null) return [];
  return KINDS.flatMap((kind) => {
    const { precision, recall, f1, jaccard } = scores[kind];
    const note = `P ${precision.toFixed(1)}, R ${recall.toFixed(1)}`;
    return [
      { name: `PolNeAR validation, ${kind}, exact F1${suffix}`, value: f1, unit: '%', note },
      { name: `PolNeAR validation, ${kind}, Jaccard${suffix}`, value: jaccard, unit: '%' },
    ];
  });
}

if (process.argv[1] === import.meta.filename) {
  const [file] = process.argv.slice(2);
  const scored = file === undefined ? score() : figures('', scoreStatements(readFileSync(file)));
  console.log(scored.length === 0 ? 'skipped: ../shared/corpora/polnear is not there' : table(scored));
}
