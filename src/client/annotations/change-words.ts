import * as vscode from 'vscode';
import type { KeptChange, LateChange } from '../../protocol';
import { statusLabel } from './statuses';

/** The words that somebody typed, or what they did. */
export function changeInWords(kept: KeptChange): string {
  if (kept.kind === 'annotation') return kept.annotation.note;
  return kept.kind === 'reply' ? kept.reply.text : inWords(kept);
}

/** The words of the article that the changed annotation is on; '' where it is new, or on the whole article. */
export function quoteOf(kept: KeptChange): string {
  if (kept.kind === 'reply') return '';
  return (kept.kind === 'annotation' ? kept.annotation : kept.before)?.selector?.quote ?? '';
}

function inWords({ change }: LateChange): string {
  switch (change.type) {
    case 'remove':
      return vscode.l10n.t('Delete the annotation');
    case 'remove-reply':
      return vscode.l10n.t('Delete a reply');
    case 'patch-reply':
      return change.fields.text ?? vscode.l10n.t('Choose a version');
    case 'patch':
      return fieldsInWords(change.fields);
  }
}

type Fields = Extract<LateChange['change'], { type: 'patch' }>['fields'];

function fieldsInWords({ note, status, tags, selector }: Fields): string {
  if (note !== undefined) return note;
  if (status !== undefined) return vscode.l10n.t('Status: {0}', statusLabel(status));
  if (tags !== undefined)
    return tags.length === 0
      ? vscode.l10n.t('Take the tags away')
      : vscode.l10n.t('Tags: {0}', tags.map((tag) => `#${tag}`).join(' '));
  const words = selector?.quote.replace(/\s+/g, ' ').slice(0, 80) ?? '';
  return words === '' ? vscode.l10n.t('Choose a version') : vscode.l10n.t('Attach to “{0}”', words);
}
