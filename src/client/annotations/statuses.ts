import * as vscode from 'vscode';
import type { StatusName } from '../../protocol';

/** The review statuses in the order people meet them, with their icons. */
export const STATUSES: readonly { readonly name: StatusName; readonly icon: string }[] = [
  { name: 'unchecked', icon: 'circle-outline' },
  { name: 'checking', icon: 'sync' },
  { name: 'verified', icon: 'verified' },
  { name: 'needs-source', icon: 'question' },
  { name: 'disputed', icon: 'warning' },
  { name: 'incorrect', icon: 'error' },
  { name: 'corrected', icon: 'pass' },
  { name: 'opinion', icon: 'comment' },
];

/** A status in the reader's language. */
export function statusLabel(status: StatusName): string {
  const labels: Record<StatusName, string> = {
    unchecked: vscode.l10n.t('Unchecked'),
    checking: vscode.l10n.t('Checking'),
    verified: vscode.l10n.t('Verified'),
    'needs-source': vscode.l10n.t('Needs a source'),
    disputed: vscode.l10n.t('Disputed'),
    incorrect: vscode.l10n.t('Incorrect'),
    corrected: vscode.l10n.t('Corrected'),
    opinion: vscode.l10n.t('Opinion'),
  };
  return labels[status];
}

/** The icon of a status, with the colour that says how urgent it is. */
export function statusIcon(status: StatusName): vscode.ThemeIcon {
  const icon = STATUSES.find((s) => s.name === status)?.icon ?? 'circle-outline';
  if (status === 'disputed' || status === 'needs-source')
    return new vscode.ThemeIcon(icon, new vscode.ThemeColor('list.warningForeground'));
  if (status === 'incorrect')
    return new vscode.ThemeIcon(icon, new vscode.ThemeColor('list.errorForeground'));
  if (status === 'verified' || status === 'corrected')
    return new vscode.ThemeIcon(icon, new vscode.ThemeColor('testing.iconPassed'));
  return new vscode.ThemeIcon(icon);
}

/** Whether a status ends the review of its words. */
export function isResolved(status: StatusName): boolean {
  return status === 'verified' || status === 'corrected' || status === 'opinion';
}

/** Asks for a status; undefined when the person leaves. */
export async function pickStatus(current?: StatusName): Promise<StatusName | undefined> {
  const items = STATUSES.map(({ name, icon }) => ({
    name,
    label: `$(${icon}) ${statusLabel(name)}`,
    description: name === current ? vscode.l10n.t('now') : '',
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Status') }))?.name;
}
