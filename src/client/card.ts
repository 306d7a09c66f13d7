import * as vscode from 'vscode';
import type { Card, CardRow, RelationName } from '../protocol';
import { openBesideLink, toRange } from './places';

const ICONS: Record<RelationName, string> = { agree: '$(check)', refine: '$(zoom-in)', differ: '$(warning)' };

/**
 * Shows a card as a hover. Words of articles stand only in untrusted Markdown, escaped; the one trusted part holds nothing but
 * our own words, file names reduced to plain letters, and links to the one command that opens a place.
 */
export function renderCard(card: Card): vscode.Hover {
  const contents = [renderFact(card)];
  if (card.rows.length > 0) contents.push(renderLinks(card.rows));
  return new vscode.Hover(contents, toRange(card.range));
}

function renderFact(card: Card): vscode.MarkdownString {
  const md = new vscode.MarkdownString('', true);
  md.appendMarkdown('**').appendText(card.title).appendMarkdown('**');
  for (const detail of card.details) md.appendMarkdown('  \n').appendText(detail);
  md.appendMarkdown('\n\n');
  if (card.relation !== null) md.appendMarkdown(`${ICONS[card.relation]} `);
  md.appendText(card.summary);
  for (const reason of card.reasons) md.appendMarkdown('  \n').appendText(reason);
  md.appendMarkdown('\n');
  for (const row of card.rows) renderRow(md, row);
  return md;
}

function renderRow(md: vscode.MarkdownString, row: CardRow): void {
  md.appendMarkdown(`\n- ${ICONS[row.relation]} `)
    .appendMarkdown('*')
    .appendText(row.outlet ?? row.path)
    .appendMarkdown('* ');
  md.appendText(`“${oneLine(row.words)}”`);
  if (row.value !== null && row.value !== oneLine(row.words)) md.appendText(` = ${row.value}`);
  if (row.speaker !== null) md.appendText(` · ${vscode.l10n.t('says {0}', oneLine(row.speaker))}`);
  if (!row.certain) md.appendText(` · ${vscode.l10n.t('perhaps the same')}`);
}

function renderLinks(rows: readonly CardRow[]): vscode.MarkdownString {
  const md = new vscode.MarkdownString('', true);
  md.isTrusted = { enabledCommands: ['corroborate.openBeside'] };
  md.appendText(`${vscode.l10n.t('Open beside')}: `);
  rows.forEach((row, i) => {
    if (i > 0) md.appendMarkdown(' · ');
    md.appendMarkdown(`[${linkLabel(row)}](${openBesideLink(row)})`);
  });
  return md;
}

/** A label that cannot be anything but letters: file names are other people's words too. */
function linkLabel(row: CardRow): string {
  const name = row.path.slice(row.path.lastIndexOf('/') + 1).replace(/[^\p{L}\p{N}. -]/gu, '-');
  return `${name}:${row.range.start.line + 1}`;
}

function oneLine(words: string): string {
  const flat = words.replace(/\s+/g, ' ').trim();
  return flat.length > 160 ? `${flat.slice(0, 158)}…` : flat;
}
