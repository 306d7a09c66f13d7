import * as vscode from 'vscode';
import type { Settings } from '../protocol';

/** Language ids whose documents are articles. */
export const ARTICLE_LANGUAGES = ['plaintext', 'markdown', 'article'] as const;

/**
 * Which documents are articles: files, those of the open folders' own file systems, and texts that are not saved yet. Text boxes of comments, output channels and
 * old versions in a diff have these languages too, under schemes of their own.
 */
export function articleSelector(): { readonly scheme: string; readonly language: string }[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = [...new Set(['file', 'untitled', ...folders.map((folder) => folder.uri.scheme)])];
  return schemes.flatMap((scheme) => ARTICLE_LANGUAGES.map((language) => ({ scheme, language })));
}

/** Whether a document is one the extension reads. */
export function isArticle(document: vscode.TextDocument): boolean {
  return vscode.languages.match(articleSelector(), document) > 0;
}

/** Whether a document can be annotated: annotations are kept in a file beside it. */
export function isAnnotatable(document: vscode.TextDocument): boolean {
  return isArticle(document) && !document.isUntitled;
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
