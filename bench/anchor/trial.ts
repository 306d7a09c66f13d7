import { anchor, newAnnotation } from '../../src/annotation';
import type { AnchorResult, Annotation } from '../../src/annotation';
import type { Span } from '../../src/text';
import { pickSpan, readArticle } from './article';
import { EDITS } from './edits';
import { matchQuote } from './hypothesis';
import { follow } from './pieces';
import type { Truth } from './pieces';
import { Random } from './random';

/** One annotated span, one edit, and what each method made of it. */
export interface Trial {
  readonly kind: string;
  readonly base: string;
  readonly now: string;
  readonly annotation: Annotation;
  readonly truth: Truth;
  readonly verdicts: Readonly<Record<Method, Verdict>>;
  readonly results: Readonly<Record<'base' | 'alone', AnchorResult>>;
}

export const METHODS = ['base', 'alone', 'quote'] as const;
export type Method = (typeof METHODS)[number];

/**
 * `right`: the words at their place, or the changed words as changed. `suggested`: not decided, but the place is offered. `missed`: the
 * words are there and were not found. `wrong`: another place, or changed words taken for the same. `false`: anchored though the words
 * are gone. `gone`: the words are gone and that is said. `frayed`: less than half of the words is left, nothing to demand.
 */
export type Verdict = 'right' | 'suggested' | 'missed' | 'wrong' | 'false' | 'gone' | 'frayed';

/** Makes the trials of one article: `count` spans for each kind of edit. */
export function trials(text: string, strangers: readonly string[], count: number, seed: number): Trial[] {
  const article = readArticle(text);
  const random = new Random(seed);
  const made: Trial[] = [];
  for (const [kind, edit] of Object.entries(EDITS))
    for (let found = 0, tries = 0; found < count && tries < 4 * count; tries++) {
      const span = pickSpan(article, random);
      const draft = edit({ article, span, random, strangers });
      if (draft === null || draft.text === draft.original) continue;
      made.push(trial(kind, draft.original, draft.text, span, follow(draft, span)));
      found++;
    }
  return made;
}

/** What each method makes of one annotated span after one change. */
export function trial(kind: string, base: string, now: string, span: Span, truth: Truth): Trial {
  const ports = { now: () => new Date(0), random: (bytes: Uint8Array) => bytes };
  const annotation = newAnnotation({ text: base, span, by: 'bench', note: '' }, ports);
  const withBase = one(anchor([annotation], now, base));
  const alone = one(anchor([annotation], now));
  const quote = annotation.selector === undefined ? null : matchQuote(now, annotation.selector);
  const verdicts = {
    base: judge(withBase, truth),
    alone: judge(alone, truth),
    quote: judgePlace(quote, truth),
  };
  return { kind, base, now, annotation, truth, verdicts, results: { base: withBase, alone } };
}

function one(results: readonly AnchorResult[]): AnchorResult {
  const [result] = results;
  if (result === undefined) throw new Error('no result');
  return result;
}

/** How a result stands to what became of the span. */
export function judge(result: AnchorResult, { fate, span }: Truth): Verdict {
  const { status, candidates, suggestion } = result;
  if (result.span === null) {
    if (fate === 'gone' || fate === 'frayed' || span === null) return fate === 'frayed' ? 'frayed' : 'gone';
    const offered = [...candidates, ...(suggestion === null ? [] : [suggestion])];
    return offered.some((candidate) => alike(candidate, span) >= 0.5) ? 'suggested' : 'missed';
  }
  if (fate === 'gone') return 'false';
  if (span === null) return 'frayed';
  const likeness = alike(result.span, span);
  if (fate === 'frayed') return likeness > 0 && status === 'changed' ? 'frayed' : 'wrong';
  if (fate === 'intact') {
    if (status === 'changed') return likeness >= 0.5 ? 'suggested' : 'wrong';
    return Math.abs(result.span.start - span.start) <= 2 && Math.abs(result.span.end - span.end) <= 2
      ? 'right'
      : 'wrong';
  }
  return status === 'changed' && likeness >= 0.5
    ? 'right'
    : likeness >= 0.3 && status === 'changed'
      ? 'suggested'
      : 'wrong';
}

/** A matcher without states is right wherever it is at the place. */
function judgePlace(found: Span | null, { fate, span }: Truth): Verdict {
  if (found === null) return fate === 'gone' ? 'gone' : fate === 'frayed' ? 'frayed' : 'missed';
  if (fate === 'gone') return 'false';
  if (span === null) return 'frayed';
  if (fate === 'frayed') return alike(found, span) > 0 ? 'frayed' : 'wrong';
  return alike(found, span) >= 0.5 ? 'right' : 'wrong';
}

/** Length of what two spans share over the length of both together. */
function alike(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const all = Math.max(a.end, b.end) - Math.min(a.start, b.start);
  return all === 0 ? 1 : Math.max(0, shared) / all;
}
