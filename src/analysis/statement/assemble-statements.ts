import type { ArticleText, Span } from '../../text';
import type { Statement } from '../model';
import { readCitations } from './citations';
import type { TokenRange } from './cue-window';
import { fitContent } from './fit-content';
import { followQuotations } from './follow-quotations';
import type { TaggedStatement } from './statement-tagger';
import { statementType } from './statement-type';
import type { WordColumns } from './word-columns';

/** Makes statements of what the tagger found: contents fitted to quotation marks, shared and carried on where they are. */
export function assembleStatements(
  text: ArticleText,
  columns: WordColumns,
  tagged: readonly TaggedStatement[],
): Statement[] {
  const barred = new Uint8Array(columns.count);
  for (const { cue, source } of tagged)
    for (const range of [cue, source]) if (range) barred.fill(1, range.first, range.end);
  const fitted = withoutInner(tagged).map((s) => ({
    ...s,
    content: s.content.map((c) => fitContent(text, columns, barred, c)).filter((c) => c.first < c.end),
  }));
  return readCitations(text, columns, followQuotations(text, columns, fitted))
    .filter((s) => s.content.length > 0)
    .map((s) => statement(text, columns, s));
}

/** How many neighbouring statements on each side may hold a statement in their contents. */
const NEIGHBOURS = 6;

/**
 * Leaves out what is said inside another statement's content ("he said that she believes …"): the outer speaker answers for it.
 * Where two hold each other, the earlier one stays.
 */
function withoutInner(tagged: readonly TaggedStatement[]): readonly TaggedStatement[] {
  const holds = (outer: TaggedStatement, { cue }: TaggedStatement): boolean =>
    outer.content.some((c) => c.first <= cue.first && cue.end <= c.end);
  const forward: TaggedStatement[] = [];
  for (const s of tagged) if (!forward.slice(-NEIGHBOURS).some((outer) => holds(outer, s))) forward.push(s);
  const kept: TaggedStatement[] = [];
  for (const s of forward.reverse())
    if (!kept.slice(-NEIGHBOURS).some((outer) => holds(outer, s))) kept.push(s);
  return kept.reverse();
}

function statement(text: ArticleText, columns: WordColumns, tagged: TaggedStatement): Statement {
  const span = (range: TokenRange): Span => ({
    start: text.tokens.start[range.first] ?? 0,
    end: text.tokens.end[range.end - 1] ?? 0,
  });
  return {
    type: statementType(text, columns.quoted, tagged.cue, tagged.content),
    source: tagged.source && span(tagged.source),
    sourceId: null,
    cue: [span(tagged.cue)],
    content: tagged.content.map(span),
  };
}
