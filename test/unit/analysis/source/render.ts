import type { Source, Statement } from '../../../../src/analysis';
import { findSources } from '../../../../src/analysis/source';
import { readArticleText } from '../../../../src/text';

/** A text whose `<…>` and `{…}` are taken out, and the statements that they stood for. */
export function unmark(marked: string): { text: string; statements: Statement[] } {
  const statements: Statement[] = [];
  let text = '';
  for (const part of marked.split(/(<[^>]*>|\{[^}]*\})/)) {
    const start = text.length;
    text += /^[<{]/.test(part) ? part.slice(1, -1) : part;
    const span = { start, end: text.length };
    if (part.startsWith('<'))
      statements.push({ type: 'indirect', source: span, sourceId: null, cue: [], content: [] });
    const last = statements.at(-1);
    if (part.startsWith('{') && last)
      statements[statements.length - 1] = { ...last, type: 'direct', content: [...last.content, span] };
  }
  return { text, statements };
}

const letter = (index: number): string => String.fromCharCode(65 + (index % 26));

/** What is found in a marked text, as the README of the golden files describes it. */
export function renderSources(marked: string): string {
  const { text, statements } = unmark(marked);
  const found = findSources(readArticleText(text, 'plain'), statements);
  const speakers = found.statements.map(
    (s) => `${s.source ? text.slice(s.source.start, s.source.end) : ''} -> ${s.sourceId ?? '?'}`,
  );
  const list = found.sources.map(
    (s, i) => `${letter(i)} ${s.type} ${s.id}: ${s.name}${s.title ? ` (${s.title})` : ''}`,
  );
  const lines = ['--- sources', ...list, '--- mentions', ...renderMentions(text, found.sources)];
  if (speakers.length > 0) lines.push('--- speakers', ...speakers);
  return lines.join('\n') + '\n';
}

/** Each line of the text, cut at 100 characters, and under it the marks of its mentions where it has any. */
function renderMentions(text: string, sources: readonly Source[]): string[] {
  const marks = new Array<string>(text.length).fill(' ');
  sources.forEach((source, i) => {
    for (const m of source.mentions) {
      marks.fill(m.form === 'name' ? letter(i) : letter(i).toLowerCase(), m.start, m.end);
      if (m.title) marks.fill('-', m.title.start, m.title.end);
    }
  });
  for (const source of sources.keys())
    for (const m of sources[source]?.mentions ?? [])
      if (m.form === 'name') marks.fill(letter(source), m.start, m.end);
  return cuts(text).flatMap(([start, end]) => {
    const under = marks.slice(start, end).join('').trimEnd();
    return under === '' ? [text.slice(start, end)] : [text.slice(start, end), under];
  });
}

function cuts(text: string): [number, number][] {
  const lines: [number, number][] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline < 0 ? text.length : newline;
    const space = lineEnd - start > 100 ? text.lastIndexOf(' ', start + 100) : -1;
    const end = space > start ? space : lineEnd;
    if (end > start) lines.push([start, end]);
    start = end + 1;
  }
  return lines;
}
