import type { Analysis } from '../analysis';
import type { HighlightKind } from '../protocol';
import type { Span } from '../text';
import { overlaps } from '../text';

/** A stretch to colour. */
export interface Highlight {
  readonly kind: HighlightKind;
  readonly span: Span;
}

/** What to colour in an article, in the order in which it is laid on; a name inside a statement's source is not marked twice. */
export function highlightsOf(analysis: Analysis): Highlight[] {
  const found: Highlight[] = [];
  const sources: Span[] = [];
  const add = (kind: HighlightKind, spans: readonly Span[]): void => {
    for (const span of spans) found.push({ kind, span });
  };
  for (const statement of analysis.statements) {
    add(statement.type === 'nonclaim' ? 'statement.nonclaim' : 'statement.content', statement.content);
    if (statement.source !== null) sources.push(statement.source);
    add('statement.cue', statement.cue);
  }
  add('statement.source', distinct(sources));
  add('quantity', analysis.quantities);
  const names = analysis.sources
    .flatMap((source) => source.mentions.filter((m) => m.form === 'name'))
    .sort((a, b) => a.start - b.start);
  const sorted = distinct(sources);
  let i = 0;
  for (const name of names) {
    while (i < sorted.length && (sorted[i]?.end ?? 0) <= name.start) i++;
    const source = sorted[i];
    if (source === undefined || !overlaps(source, name)) add('name', [name]);
  }
  return found;
}

/** The spans in text order, each once. */
function distinct(spans: readonly Span[]): Span[] {
  const byStart = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  return byStart.filter((s, i) => s.start !== byStart[i - 1]?.start || s.end !== byStart[i - 1]?.end);
}
