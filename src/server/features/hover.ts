import type { Hover } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { Card } from '../../protocol';

const SIGNS = { agree: '=', refine: '~', differ: '≠' } as const;

/**
 * The card as a standard hover for any LSP editor. Articles' words are escaped, links are plain file addresses; where the client
 * shows no Markdown, the same as plain text.
 */
export function hoverOf(card: Card, markdown: boolean): Hover {
  const text = (words: string): string => (markdown ? escapeMarkdown(words) : words.replace(/\s+/g, ' '));
  const lines = [markdown ? `**${text(card.title)}**` : card.title];
  lines.push(...card.details.map(text), '', text(card.summary), ...card.reasons.map(text));
  if (card.rows.length > 0) lines.push('');
  for (const row of card.rows) {
    const line = row.range.start.line + 1;
    const place = `${text(row.path)}:${line}`;
    const link = markdown ? `[${place}](${encodeURI(decodeURI(row.uri))}#L${line})` : place;
    const who = row.speaker === null ? '' : ` · ${text(row.speaker)}`;
    lines.push(`- ${SIGNS[row.relation]} ${link}: “${text(row.words)}”${who}${row.certain ? '' : ' (?)'}`);
  }
  if (card.more !== null) lines.push('', text(card.more));
  const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: lines.join(markdown ? '  \n' : '\n') }, range: card.range };
}

/** Text as Markdown that shows just that text: on one line, with every mark that could mean something escaped. */
export function escapeMarkdown(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&$:/@]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : `\\${c}`));
}
