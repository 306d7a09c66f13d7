import * as vscode from 'vscode';

/** Words of an article between the quotation marks of the reader's language. */
export function quoted(words: string): string {
  return vscode.l10n.t('“{0}”', words);
}
