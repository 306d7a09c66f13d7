import * as vscode from 'vscode';
import type { Settings } from '../protocol';

/** Language ids whose documents are articles. */
export const ARTICLE_LANGUAGES = ['plaintext', 'markdown', 'article'] as const;

/** Whether a document is one the extension reads. */
export function isArticle(document: vscode.TextDocument): boolean {
  return ARTICLE_LANGUAGES.some((id) => id === document.languageId) && document.uri.scheme !== 'output';
}

/** The part of the configuration that the server follows. */
export function serverSettings(): Settings {
  const config = vscode.workspace.getConfiguration('corroborate');
  return {
    include: config.get<string[]>('files.include', ['**/*.txt', '**/*.md']),
    exclude: config.get<string[]>('files.exclude', []),
    maxFileSize: config.get<number>('files.maxSize', 2_000_000),
    conflictSeverity: config.get<Settings['conflictSeverity']>('conflicts.severity', 'information'),
    codeLens: config.get<boolean>('codeLens.enabled', false),
    author: config.get<string>('annotations.author', ''),
  };
}
