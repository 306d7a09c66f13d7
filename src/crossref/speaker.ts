import type { Statement } from '../analysis';
import type { CorpusArticle } from '../corpus';

interface Told {
  readonly statement: Statement | undefined;
}

/** What was looked for in a version of an article, by its place. */
const toldIn = new WeakMap<CorpusArticle, Map<number, Told>>();
/** Texts are shorter than this. */
const LONGEST = 2 ** 26;

/** The statement that tells a stretch of an article: the smallest whose content meets it. */
export function statementAt(article: CorpusArticle, start: number, end: number): Statement | undefined {
  const places = toldIn.get(article) ?? new Map<number, Told>();
  toldIn.set(article, places);
  const place = start * LONGEST + end;
  let told = places.get(place);
  if (told === undefined) places.set(place, (told = { statement: findStatement(article, start, end) }));
  return told.statement;
}

function findStatement(article: CorpusArticle, start: number, end: number): Statement | undefined {
  let best: Statement | undefined;
  let size = Infinity;
  for (const s of article.analysis.statements) {
    if (!s.content.some((c) => c.start < end && start < c.end)) continue;
    const length = s.content.reduce((sum, c) => sum + c.end - c.start, 0);
    if (length < size) {
      best = s;
      size = length;
    }
  }
  return best;
}

/** Who says a stretch of an article: the source's fullest name, else its words; null where the article says it itself. */
export function speakerAt(article: CorpusArticle, start: number, end: number): string | null {
  const statement = statementAt(article, start, end);
  if (statement === undefined) return null;
  const source = article.analysis.sources.find((s) => s.id === statement.sourceId);
  if (source !== undefined) return source.name;
  return statement.source === null
    ? null
    : article.text.prose.slice(statement.source.start, statement.source.end);
}
