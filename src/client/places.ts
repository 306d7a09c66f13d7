import * as vscode from 'vscode';
import type { Place, Range } from '../protocol';

/** An LSP range as the editor's own. */
export function toRange(range: Range): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

/** The editor's range as LSP writes it. */
export function fromRange(range: vscode.Range): Range {
  return {
    start: { line: range.start.line, character: range.start.character },
    end: { line: range.end.line, character: range.end.character },
  };
}

/**
 * Opens a place in the editor column beside. Links in hovers reach this command, so its argument is checked: anything that is
 * not a file of an open folder, or not already open, is refused.
 */
export async function openBeside(argument: unknown): Promise<void> {
  const place = readPlace(argument);
  if (place === undefined) return;
  const uri = vscode.Uri.parse(place.uri, true);
  if (!isKnown(uri)) {
    void vscode.window.showWarningMessage(vscode.l10n.t('That place is outside the open folders.'));
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    selection: toRange(place.range),
    preview: true,
  });
}

/** Whether a file is one of the open folders', or already open. */
export function isKnown(uri: vscode.Uri): boolean {
  return (
    vscode.workspace.getWorkspaceFolder(uri) !== undefined ||
    vscode.workspace.textDocuments.some((d) => d.uri.toString() === uri.toString())
  );
}

/** The link that runs {@link openBeside} on a place. */
export function openBesideLink(place: Place): string {
  const argument = { uri: place.uri, range: place.range };
  return `command:corroborate.openBeside?${encodeURIComponent(JSON.stringify([argument]))}`;
}

/** A place that came as an argument of a command, or in an object that has one; undefined where it is none. */
export function readPlace(argument: unknown): { uri: string; range: Range } | undefined {
  const candidate = isRecord(argument) && isRecord(argument.place) ? argument.place : argument;
  if (!isRecord(candidate) || typeof candidate.uri !== 'string' || !isRecord(candidate.range))
    return undefined;
  const start = readPosition(candidate.range.start);
  const end = readPosition(candidate.range.end);
  return start !== undefined && end !== undefined ? { uri: candidate.uri, range: { start, end } } : undefined;
}

function readPosition(value: unknown): { line: number; character: number } | undefined {
  if (!isRecord(value)) return undefined;
  const { line, character } = value;
  const valid = (n: unknown): n is number => typeof n === 'number' && Number.isInteger(n) && n >= 0;
  return valid(line) && valid(character) ? { line, character } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** An article's path as people know it: relative to its folder where it is in one. */
export function articleName(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
