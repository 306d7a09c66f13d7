import type { ArticleText, Span } from '../../text';
import type { Statement } from '../model';
import { cutCitations, readCitations } from './citations';
import type { TokenRange } from './cue-window';
import { fitContent } from './fit-content';
import { followQuotations } from './follow-quotations';
import { QuoteMark } from './quotation-states';
import type { TaggedStatement } from './statement-tagger';
import { statementType } from './statement-type';
import type { WordColumns } from './word-columns';
import { hashWord, Shape } from './word-columns';

/** Makes statements of what the tagger found: contents fitted to quotation marks, shared and carried on where they are. */
export function assembleStatements(
  text: ArticleText,
  columns: WordColumns,
  tagged: readonly TaggedStatement[],
): Statement[] {
  const barred = new Uint8Array(columns.count);
  for (const { cue, source } of tagged)
    for (const range of [cue, source]) if (range) barred.fill(1, range.first, range.end);
  const fitted = withoutClaimed(columns, withoutInner(cutCitations(text, tagged))).map((s) => ({
    ...s,
    content: s.content
      .map((c) => withNamedObject(columns, barred, s.cue, fitContent(text, columns, barred, c)))
      .filter((c) => c.first < c.end),
  }));
  return readCitations(text, columns, followQuotations(text, columns, fitted))
    .filter((s) => s.content.length > 0)
    .map((s) => statement(text, columns, { ...s, source: wholeName(text, columns, s.source) }));
}

/** Verbs that give something a name: what they name belongs to the content ("called the flood “a disaster”"). */
const NAMING = new Set(
  [
    'called',
    'calls',
    'call',
    'calling',
    'labeled',
    'labelled',
    'labeling',
    'describes',
    'described',
    'describing',
    'dubbed',
    'dubbing',
    'branded',
    'branding',
  ].map((word) => hashWord(word, 0, word.length)),
);
const LONGEST_OBJECT = 8;

/** How many tokens of a name may be missing from a source. */
const LONGEST_NAME_REST = 4;

function withNamedObject(
  columns: WordColumns,
  barred: Uint8Array,
  cue: TokenRange,
  content: TokenRange,
): TokenRange {
  const gap = content.first - cue.end;
  if (gap < 1 || gap > LONGEST_OBJECT || columns.mark[content.first] !== QuoteMark.Open) return content;
  if (!NAMING.has(columns.word[cue.end - 1] ?? 0)) return content;
  for (let t = cue.end; t < content.first; t++)
    if (columns.shape[t] === Shape.Punctuation || columns.mark[t] !== QuoteMark.None || barred[t] === 1)
      return content;
  return { first: cue.end, end: content.end };
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

/** Takes from a statement what stands in another sentence than its cue and is content of a statement there. */
function withoutClaimed(columns: WordColumns, tagged: readonly TaggedStatement[]): TaggedStatement[] {
  const claimed = new Uint8Array(columns.count);
  const atHome = (s: TaggedStatement, c: TokenRange): boolean =>
    columns.sentence[c.first] === columns.sentence[s.cue.first] ||
    columns.sentence[c.end - 1] === columns.sentence[s.cue.first];
  for (const s of tagged) for (const c of s.content) if (atHome(s, c)) claimed.fill(1, c.first, c.end);
  return tagged.map((s) => ({
    ...s,
    content: s.content.filter((c) => atHome(s, c) || !claimed.subarray(c.first, c.end).includes(1)),
  }));
}

/** A source that breaks off inside a name takes in the rest of it: "Gov." + "Ines Falk". */
function wholeName(text: ArticleText, columns: WordColumns, source: TokenRange | null): TokenRange | null {
  if (source === null || columns.shape[source.end - 1] !== Shape.Capital) return source;
  let { end } = source;
  while (end - source.end < LONGEST_NAME_REST && continuesName(text, columns, end)) end++;
  return { first: source.first, end };
}

/** Whether a capitalised word, or the stop of an abbreviation before one, stands at `t`, on the line of the word before. */
function continuesName(text: ArticleText, columns: WordColumns, t: number): boolean {
  if (columns.sentence[t] !== columns.sentence[t - 1] || t >= columns.count) return false;
  return columns.shape[t] === Shape.Capital && text.prose.charAt(text.tokens.end[t - 1] ?? 0) === ' ';
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
