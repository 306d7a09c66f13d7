import type { ArticleText, Span } from '../../text';
import type { Statement } from '../model';
import { addFound } from './add-found';
import { attributeQuotations } from './quoted-attributions';
import { findBareColons } from './bare-colons';
import { completeSources } from './complete-sources';
import { completeContents } from './complete-contents';
import { findMissedVerbs } from './missed-verbs';
import { isFalseCue, isSetPhrase, withoutPlace } from './false-cues';
import { joinLooseQuotations } from './loose-quotations';
import { withoutClaimed, withoutInner } from './overlapping-statements';
import { findNonclaims } from './nonclaims';
import { SentenceWords } from './sentence-words';
import { findSetPhrases } from './set-phrases';
import { findSignedQuotations } from './signed-quotations';
import { cutCitations, readCitations } from './citations';
import type { TokenRange } from './cue-window';
import { fitContent, isPause } from './fit-content';
import { followQuotations } from './follow-quotations';
import { QuoteMark } from './quotation-states';
import type { TaggedStatement } from './statement-tagger';
import { statementType } from './statement-type';
import type { WordColumns } from './word-columns';
import { COMMA, hashWord, Shape } from './word-columns';

/** Makes statements of what the tagger found: contents fitted to quotation marks, shared and carried on where they are. */
export function assembleStatements(
  text: ArticleText,
  columns: WordColumns,
  tagged: readonly TaggedStatement[],
): Statement[] {
  const words = new SentenceWords(text, columns);
  const likely = tagged.filter((s) => !isSetPhrase(words, s)).map((s) => withoutPlace(words, s));
  const found = withRules(words, likely).filter((s) => !isFalseCue(words, s));
  const barred = new Uint8Array(columns.count);
  for (const { cue, source } of found)
    for (const range of [cue, source]) if (range) barred.fill(1, range.first, range.end);
  const fitted = withoutClaimed(columns, withoutInner(words, cutCitations(text, found))).map((s) => ({
    cue: withIt(columns, s.cue),
    source: s.source,
    content: s.content
      .map((c) => withNamedObject(columns, barred, s.cue, fitContent(text, columns, barred, c)))
      .map((c) => withoutLeadingIt(columns, c))
      .filter((c, _, all) => c.first < c.end && !(all.length > 1 && isBareIt(columns, c))),
  }));
  return readCitations(
    text,
    columns,
    followQuotations(text, columns, joinLooseQuotations(text, columns, fitted)),
  )
    .map(({ cue, source, content }) => ({ cue, source, content: inParagraphs(text, words, content) }))
    .filter((s) => s.content.length > 0)
    .map((s) =>
      statement(text, columns, { cue: s.cue, source: wholeName(text, columns, s), content: s.content }),
    );
}

/** What the tagger found, with what rules find by their words alone. */
function withRules(words: SentenceWords, tagged: readonly TaggedStatement[]): readonly TaggedStatement[] {
  for (const s of tagged) words.claim(s.source !== null, [s.cue, s.source]);
  const quoted = attributeQuotations(words, tagged);
  const known = [
    findNonclaims(words),
    findSetPhrases(words),
    findBareColons(words),
    findSignedQuotations(words),
  ].reduce(addFound, quoted);
  for (const s of known) words.claim(s.source !== null, [s.cue, s.source, ...s.content]);
  return completeSources(words, completeContents(words, addFound(known, findMissedVerbs(words))));
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

const IT = hashWord('it', 0, 2);

/** "As the minister sees it, …": an "it" that stands for the rest of the content. */
function isBareIt(columns: WordColumns, { first, end }: TokenRange): boolean {
  return end - first === 1 && columns.word[first] === IT;
}

const PUT = new Set(['put', 'puts'].map((word) => hashWord(word, 0, word.length)));

/** "As one fisherman put it, …": the "it" is the cue's. */
function withIt(columns: WordColumns, cue: TokenRange): TokenRange {
  const isIts = PUT.has(columns.word[cue.end - 1] ?? 0) && columns.word[cue.end] === IT;
  return isIts ? { first: cue.first, end: cue.end + 1 } : cue;
}

/** The same where the content goes on behind its comma. */
function withoutLeadingIt(columns: WordColumns, { first, end }: TokenRange): TokenRange {
  const isLeading = columns.word[first] === IT && columns.word[first + 1] === COMMA && first + 2 < end;
  return { first: isLeading ? first + 2 : first, end };
}

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

/** Contents cut where paragraphs end, each token in one of them at most. */
function inParagraphs(text: ArticleText, words: SentenceWords, content: readonly TokenRange[]): TokenRange[] {
  const parts: TokenRange[] = [];
  for (const range of content) {
    if (
      range.first < (parts.at(-1)?.end ?? 0) &&
      parts.some((p) => p.first <= range.first && range.first < p.end)
    )
      continue;
    let first = range.first;
    for (let t = first + 1; t <= range.end; t++) {
      if (t < range.end && words.block(t) === words.block(t - 1)) continue;
      const end = withoutPauses(text, words, first, t);
      if (end > first) parts.push({ first, end });
      first = t;
    }
  }
  return parts;
}

function withoutPauses(text: ArticleText, words: SentenceWords, first: number, end: number): number {
  let last = end;
  while (last > first && isPause(text, last - 1) && !words.isQuoted(last - 1)) last--;
  return last;
}

/** A source that breaks off inside a name takes in the rest of it, but not its verb in a headline: "Gov." + "Ines Falk". */
function wholeName(
  text: ArticleText,
  columns: WordColumns,
  { cue, source }: TaggedStatement,
): TokenRange | null {
  if (source === null || columns.shape[source.end - 1] !== Shape.Capital) return source;
  let { end } = source;
  while (end !== cue.first && end - source.end < LONGEST_NAME_REST && continuesName(text, columns, end))
    end++;
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
    type: statementType(text, columns.quoted, tagged.cue, tagged.content, tagged.source),
    source: tagged.source && span(tagged.source),
    sourceId: null,
    cue: [span(tagged.cue)],
    content: tagged.content.map(span),
  };
}
