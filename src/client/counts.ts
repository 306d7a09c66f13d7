import * as vscode from 'vscode';

/** "1 article", "3 articles": how many there are, in words of the reader's language. */
export function countArticles(count: number): string {
  return count === 1 ? vscode.l10n.t('1 article') : vscode.l10n.t('{0} articles', count);
}

export function countStatements(count: number): string {
  return count === 1 ? vscode.l10n.t('1 statement') : vscode.l10n.t('{0} statements', count);
}

export function countAnnotations(count: number): string {
  return count === 1 ? vscode.l10n.t('1 annotation') : vscode.l10n.t('{0} annotations', count);
}

export function countOpenAnnotations(count: number): string {
  return count === 1 ? vscode.l10n.t('1 open annotation') : vscode.l10n.t('{0} open annotations', count);
}
