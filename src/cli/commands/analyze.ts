import path from 'node:path';
import type { Quantity, Statement } from '../../analysis';
import type { Article, Folder } from '../../service';
import { inWords, plainValue, quantityKind, sourceType, speakerOf, statementType } from '../../service';
import type { Span } from '../../text';
import { readArticles } from '../read-articles';
import type { Terminal } from '../terminal';
import { Exit, paint, printable } from '../terminal';

/** `corroborate analyze PATH…`: what was found in each article. */
export async function analyze(
  paths: readonly string[],
  json: boolean,
  weights: Uint8Array | null,
  terminal: Terminal,
): Promise<number> {
  const { folder, problems } = await readArticles(paths, terminal.cwd, weights, terminal);
  for (const problem of problems) terminal.err(printable(problem));
  const articles = folder.articles();
  if (json)
    terminal.out(JSON.stringify({ version: 1, articles: articles.map((a) => toJson(folder, a)) }, null, 1));
  else for (const article of articles) print(article, terminal);
  if (articles.length === 0) terminal.err('No article (.txt, .md) was found.');
  return articles.length === 0 || problems.length > 0 ? Exit.cannotRun : Exit.fine;
}

function toJson(folder: Folder, { path: name, analysis, text }: Article): object {
  const words = (span: Span): object => ({
    start: span.start,
    end: span.end,
    text: text.source.slice(span.start, span.end),
  });
  const bare = ({ start, end }: Span): object => ({ start, end });
  return {
    path: name,
    statements: analysis.statements.map((s) => ({
      type: s.type,
      source: s.source === null ? null : words(s.source),
      sourceId: s.sourceId === null ? null : folder.sourceId(name, s.sourceId),
      cue: s.cue.map(bare),
      content: s.content.map(bare),
    })),
    quantities: analysis.quantities.filter((q) => q.wordless !== true),
    // "late Tuesday", "no casualties": compared like numbers, but no number stands there.
    implied: analysis.quantities.filter((q) => q.wordless === true),
    sources: analysis.sources.map((source) => ({
      ...source,
      id: folder.sourceId(name, source.id),
      mentions: source.mentions.map((m) => ({ start: m.start, end: m.end, text: m.text, form: m.form })),
    })),
  };
}

function print(article: Article, terminal: Terminal): void {
  const { analysis, text } = article;
  const line = lineCounter(text.source);
  const at = (span: Span): string => paint(terminal, 'dim', String(line(span.start)).padStart(5));
  const words = (span: Span): string =>
    printable(text.source.slice(span.start, span.end).replace(/\s+/g, ' '));
  const title = (name: string, count: number): void =>
    terminal.out(`\n  ${paint(terminal, 'bold', name)} (${count})`);

  terminal.out(paint(terminal, ['bold', 'underline'], path.normalize(article.path)));
  title('Statements', analysis.statements.length);
  for (const s of analysis.statements)
    terminal.out(`${at(firstSpan(s))}  ${statementLine(article, s, words, terminal)}`);
  title('Quantities', analysis.quantities.length);
  for (const q of analysis.quantities) terminal.out(`${at(q)}  ${quantityLine(q, words, terminal)}`);
  title('Sources', analysis.sources.length);
  for (const source of analysis.sources) {
    const first = source.mentions[0];
    if (first === undefined) continue;
    const kind = paint(terminal, 'dim', inWords(sourceType(source)).toLowerCase());
    const times = source.mentions.length > 1 ? ` × ${source.mentions.length}` : '';
    terminal.out(`${at(first)}  ${printable(source.name)}${times} ${kind}`);
  }
  terminal.out('');
}

function statementLine(
  { analysis }: Article,
  statement: Statement,
  words: (span: Span) => string,
  terminal: Terminal,
): string {
  const named = speakerOf(analysis, statement)?.name;
  const source = statement.source === null ? '?' : words(statement.source);
  const who = named !== undefined && !source.includes(named) ? `${source} [${printable(named)}]` : source;
  const cue = statement.cue.map(words).join(' … ');
  const content = statement.content.map(words).join(' … ');
  const kind = paint(terminal, 'dim', inWords(statementType(statement.type)).toLowerCase());
  return `${paint(terminal, 'cyan', who)} ${paint(terminal, 'magenta', cue.replace(/:$/, ''))}: ${content} ${kind}`;
}

function quantityLine(quantity: Quantity, words: (span: Span) => string, terminal: Terminal): string {
  const value = plainValue(quantity);
  const kind = paint(terminal, 'dim', inWords(quantityKind(quantity)).toLowerCase());
  const read = value === null || value === quantity.text ? '' : ` = ${printable(value)}`;
  const thing = quantity.thing === null ? '' : ` · ${printable(quantity.thing.replace(/\s+/g, ' '))}`;
  return `${paint(terminal, 'yellow', words(quantity))}${read}${thing} ${kind}`;
}

function firstSpan({ source, cue, content }: Statement): Span {
  const all = [...(source === null ? [] : [source]), ...cue, ...content];
  return all.reduce((a, b) => (b.start < a.start ? b : a), all[0] ?? { start: 0, end: 0 });
}

/** Line numbers of offsets that are asked for in any order; each question is a search in the line starts. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
