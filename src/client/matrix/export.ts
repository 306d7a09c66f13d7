import type { FactItem } from '../../protocol';
import type { MatrixTable } from './table';
import { cellsOf, columnTitle, signOf } from './table';

function grid({ paths, rows }: MatrixTable, fact: string): string[][] {
  const head = ['', fact, ...paths.map((path) => columnTitle(path, paths))];
  return [head, ...rows.map((row) => rowOf(row, paths))];
}

function rowOf(fact: FactItem, paths: readonly string[]): string[] {
  const cells = cellsOf(fact, paths).map((mentions) => mentions.map((m) => oneLine(m.words)).join('; '));
  return [signOf(fact), oneLine(fact.label), ...cells];
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/**
 * The tables as CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe before it.
 * @param fact the title of the facts' column
 */
export function toCsv(tables: readonly MatrixTable[], fact: string): string {
  const cell = (text: string): string => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };
  return tables
    .map((table) => [[table.story], ...grid(table, fact)].map((row) => row.map(cell).join(',')).join('\r\n'))
    .join('\r\n\r\n')
    .concat('\r\n');
}

/** The tables as Markdown, with every mark in articles' words escaped. */
export function toMarkdown(tables: readonly MatrixTable[], fact: string): string {
  const cell = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~&]/g, (c) => `\\${c}`);
  return tables
    .map((table) => {
      const [head = [], ...rows] = grid(table, fact).map((row) => `| ${row.map(cell).join(' | ')} |`);
      const rule = `|${' --- |'.repeat(table.paths.length + 2)}`;
      return [`## ${cell(table.story)}`, '', head, rule, ...rows].join('\n');
    })
    .join('\n\n')
    .concat('\n');
}

/** The tables as one HTML page that needs nothing else and runs nothing. */
export function toHtml(tables: readonly MatrixTable[], fact: string, title: string): string {
  const cell = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  const body = tables.map((table) => {
    const [head = [], ...rows] = grid(table, fact);
    const row = (cells: readonly string[], tag: string): string =>
      `<tr>${cells.map((c) => `<${tag}>${cell(c)}</${tag}>`).join('')}</tr>`;
    return `<h2>${cell(table.story)}</h2>\n<table>\n${row(head, 'th')}\n${rows.map((r) => row(r, 'td')).join('\n')}\n</table>`;
  });
  const policy = `default-src 'none'; style-src 'unsafe-inline'`;
  const styles =
    'body{font:15px/1.45 system-ui,sans-serif;margin:2em}table{border-collapse:collapse}th,td{border:1px solid #bbb;padding:4px 9px;text-align:left;vertical-align:top}';
  return `<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n<title>${cell(title)}</title>\n<style>${styles}</style>\n<h1>${cell(title)}</h1>\n${body.join('\n')}\n</html>\n`;
}
