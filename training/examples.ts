import { CUE_FEATURES, CueFeatures } from '../src/analysis/statement/cue-features';
import type { TokenRange } from '../src/analysis/statement/cue-window';
import type { CueWindows } from '../src/analysis/statement/cue-window';
import { cueColumn, ROLE_FEATURES, RoleFeatures } from '../src/analysis/statement/role-features';
import { NO_BARRIER } from '../src/analysis/statement/segment-automaton';
import type { WordColumns } from '../src/analysis/statement/word-columns';
import type { Example } from './linear-model';
import type { AnnotatedArticle, Attribution } from './polnear';

/** An article ready to learn from. */
export interface TrainingArticle extends AnnotatedArticle {
  readonly columns: WordColumns;
  readonly windows: CueWindows;
}

/** An example, and the token of the article that it begins with. */
export interface PlacedExample {
  readonly first: number;
  readonly example: Example;
}

/** A sentence each, labelled with the cues in it; of cues that share a token the first is kept. */
export function cueExamples(article: TrainingArticle): PlacedExample[] {
  const gold = new Uint8Array(article.columns.count);
  for (const { cue } of article.attributions)
    for (const range of cue) markSegment(gold, range.first, range.end, 1);
  const features = new CueFeatures();
  return article.text.sentences
    .filter((s) => s.endToken > s.firstToken)
    .map(({ firstToken: first, endToken: end }) => {
      const rows = new Int32Array((end - first) * CUE_FEATURES);
      features.write(article.columns, first, end, rows);
      return {
        first,
        example: {
          count: end - first,
          rows,
          gold: closed(gold.slice(first, end), 1),
          barrier: NO_BARRIER,
        },
      };
    });
}

/**
 * What there is to learn of one cue: its window labelled with its source and contents.
 * @param cues every cue that is taken to be known, this one among them
 * @param attribution null for a cue that is none: all of its window is outside
 */
export function roleExample(
  article: TrainingArticle,
  cues: readonly TokenRange[],
  cue: TokenRange,
  attribution: Attribution | null,
): PlacedExample {
  const { columns } = article;
  const window = article.windows.around(cue);
  const count = window.end - window.first;
  const rows = new Int32Array(count * ROLE_FEATURES);
  new RoleFeatures(columns, cueColumn(columns.count, cues)).write(window, cue, rows);
  const barrier = {
    first: cue.first - window.first,
    end: cue.end - window.first,
  };
  rows.fill(-1, barrier.first * ROLE_FEATURES, barrier.end * ROLE_FEATURES);
  const gold = new Uint8Array(count);
  gold.fill(0xff, barrier.first, barrier.end);
  for (const { range, inside } of attribution === null ? [] : rolesBeside(cue, attribution))
    markSegment(
      gold,
      Math.max(0, range.first - window.first),
      Math.min(count, range.end - window.first),
      inside,
    );
  gold.fill(0, barrier.first, barrier.end);
  return { first: window.first, example: { count, rows, gold, barrier } };
}

/** The source nearest to the cue, and the nearest content on each side. */
function rolesBeside(cue: TokenRange, attribution: Attribution): { range: TokenRange; inside: number }[] {
  const away = (r: TokenRange): number => Math.abs(r.first - cue.first);
  const source = [...attribution.source].sort((a, b) => away(a) - away(b))[0];
  const before = attribution.content.filter((c) => c.end <= cue.first).at(-1);
  const behind = attribution.content.find((c) => c.first >= cue.end);
  return [
    ...(source === undefined ? [] : [{ range: source, inside: 1 }]),
    ...[before, behind].flatMap((range) => (range === undefined ? [] : [{ range, inside: 8 }])),
  ];
}

/** Sets the three bits of a segment, unless another one stands there already. */
export function markSegment(gold: Uint8Array, first: number, end: number, inside: number): void {
  if (first >= end) return;
  for (let t = first; t < end; t++) if (gold[t] !== 0) return;
  gold.fill(inside, first, end);
  gold[first] = (gold[first] ?? 0) | (inside << 1);
  gold[end - 1] = (gold[end - 1] ?? 0) | (inside << 2);
}

/** Gives a segment that the cut of a sentence left open its first and last bits. */
function closed(gold: Uint8Array, inside: number): Uint8Array {
  const last = gold.length - 1;
  if ((gold[0] ?? 0) & inside) gold[0] = (gold[0] ?? 0) | (inside << 1);
  if ((gold[last] ?? 0) & inside) gold[last] = (gold[last] ?? 0) | (inside << 2);
  return gold;
}
