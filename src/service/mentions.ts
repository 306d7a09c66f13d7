import type { Analysis, Quantity, Source, SourceMention, Statement } from '../analysis';
import type { Span } from '../text';

/** What stands at a place of an article. */
export type Mention =
  | { readonly kind: 'quantity'; readonly span: Span; readonly quantity: Quantity }
  | {
      readonly kind: 'name';
      readonly span: Span;
      readonly source: Source;
      readonly mention: SourceMention;
    }
  | { readonly kind: 'statement'; readonly span: Span; readonly statement: Statement };

/**
 * The mention that a pointer at `offset` means: a number before a name before the thing that is counted ("21 people") before the
 * statement around them, and the innermost of several statements. An offset at the end of a mention's last word still belongs to it, as
 * it does for a caret.
 */
export function mentionAt(analysis: Analysis, offset: number): Mention | null {
  const here = (span: Span): boolean => span.start <= offset && offset <= span.end;
  const quantity = analysis.quantities.find(here);
  if (quantity !== undefined) return { kind: 'quantity', span: quantity, quantity };
  for (const source of analysis.sources) {
    const mention = source.mentions.find((m) => m.form === 'name' && here(m));
    if (mention !== undefined) return { kind: 'name', span: mention, source, mention };
  }
  const counted = analysis.quantities.find(
    (q) => q.thingSpan !== null && here(q.thingSpan) && isBeside(q, q.thingSpan),
  );
  if (counted !== undefined) return { kind: 'quantity', span: counted, quantity: counted };
  const statement = innermost(analysis.statements.filter((s) => partsOf(s).some(here)));
  if (statement === undefined) return null;
  const span = partsOf(statement).find(here);
  return span === undefined ? null : { kind: 'statement', span, statement };
}

/** Whether the thing counted stands next to its number, so that both read as one. */
function isBeside(quantity: Quantity, thing: Span): boolean {
  const gap = thing.start >= quantity.end ? thing.start - quantity.end : quantity.start - thing.end;
  return gap <= 1;
}

/** The spans of a statement: source, cue, content. */
export function partsOf(statement: Statement): readonly Span[] {
  return [...(statement.source === null ? [] : [statement.source]), ...statement.cue, ...statement.content];
}

/** The source that a statement was resolved to. */
export function speakerOf(analysis: Analysis, statement: Statement): Source | undefined {
  return analysis.sources.find((source) => source.id === statement.sourceId);
}

function innermost(statements: readonly Statement[]): Statement | undefined {
  const size = (s: Statement): number => s.content.reduce((sum, c) => sum + c.end - c.start, 0);
  return [...statements].sort((a, b) => size(a) - size(b))[0];
}
