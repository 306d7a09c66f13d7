import * as vscode from 'vscode';
import type { Card, CardRow, RelationName } from '../protocol';
import { openBesideLink, toRange } from './places';
import { quoted } from './quoted';

const ICONS: Record<RelationName, string> = { agree: '$(check)', refine: '$(zoom-in)', differ: '$(warning)' };

/** What may not be the same thing gets no warning. */
function iconOf(relation: RelationName, certain = true): string {
  return certain ? ICONS[relation] : '$(question)';
}

/**
 * Shows a card as a hover. Words of articles stand only in untrusted Markdown, escaped; the one trusted part holds nothing but
 * our own words, file names reduced to plain letters, and links to two commands, which refuse places outside the open folders: one
 * opens a place, one begins an annotation.
 * @param uri the article that the card is about
 */
export function renderCard(card: Card, uri: vscode.Uri): vscode.Hover {
  const contents = [renderFact(card), renderLinks(card, uri)];
  return new vscode.Hover(contents, toRange(card.range));
}

function renderFact(card: Card): vscode.MarkdownString {
  const md = new vscode.MarkdownString('', true);
  md.appendMarkdown('**').appendText(card.title).appendMarkdown('**');
  for (const detail of card.details) md.appendMarkdown('  \n').appendText(detail);
  md.appendMarkdown('\n\n');
  if (card.relation !== null) md.appendMarkdown(`${iconOf(card.relation, card.rows[0]?.certain)} `);
  md.appendText(card.summary);
  for (const reason of card.reasons) md.appendMarkdown('  \n').appendText(reason);
  md.appendMarkdown('\n');
  for (const row of card.rows) renderRow(md, row);
  if (card.more !== null) md.appendMarkdown('\n\n').appendText(card.more);
  return md;
}

function renderRow(md: vscode.MarkdownString, row: CardRow): void {
  md.appendMarkdown(`\n- ${iconOf(row.relation, row.certain)} `)
    .appendMarkdown('*')
    .appendText(row.outlet ?? row.path)
    .appendMarkdown('* ');
  md.appendText(quoted(oneLine(row.words)));
  if (row.value !== null && row.value !== oneLine(row.words)) md.appendText(` = ${row.value}`);
  if (row.speaker !== null) md.appendText(` · ${vscode.l10n.t('says {0}', oneLine(row.speaker))}`);
  if (!row.certain) md.appendText(` · ${vscode.l10n.t('perhaps the same')}`);
}

function renderLinks({ rows, range, factId }: Card, uri: vscode.Uri): vscode.MarkdownString {
  const md = new vscode.MarkdownString('', true);
  md.isTrusted = { enabledCommands: ['corroborate.openBeside', 'corroborate.annotateFact'] };
  if (rows.length > 0) md.appendText(`${vscode.l10n.t('Open beside')}: `);
  for (const row of rows) md.appendMarkdown(`[${linkLabel(row)}](${openBesideLink(row)}) · `);
  // A text that is not saved has no file that annotations could be kept beside.
  if (uri.scheme === 'untitled') return md;
  const argument = encodeURIComponent(JSON.stringify([{ uri: uri.toString(), range }]));
  const label =
    factId !== null ? vscode.l10n.t('Annotate this fact') : vscode.l10n.t('Annotate this mention');
  return md.appendMarkdown(`[$(comment) ${label}](command:corroborate.annotateFact?${argument})`);
}

/** A label that cannot be anything but letters, digits and a few plain marks: file names are other people's words too. */
function linkLabel(row: CardRow): string {
  const file = row.path.slice(row.path.lastIndexOf('/') + 1);
  const name = file.replace(/[^\p{L}\p{N}. _-]/gu, '-').replace(/_/g, '\\_');
  return `${name}:${row.range.start.line + 1}`;
}

function oneLine(words: string): string {
  const flat = words.replace(/\s+/g, ' ').trim();
  return flat.length > 160 ? `${flat.slice(0, 158)}…` : flat;
}
