import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ExportFormat, ExportOutcome, ImportOutcome } from '../../protocol';
import { Requests } from '../../protocol';
import { articleName } from '../places';
import { neededArticle } from './targets';

/** What annotations can be written as, with the ending of such files. */
const FORMATS: readonly { readonly format: ExportFormat; readonly ending: string }[] = [
  { format: 'markdown', ending: 'notes.md' },
  { format: 'csv', ending: 'annotations.csv' },
  { format: 'jsonld', ending: 'annotations.jsonld' },
];

/** Registers the commands that bring annotations to other programs and back. */
export function registerExchange(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('corroborate.exportAnnotations', (format?: unknown, to?: unknown) =>
      exportAnnotations(client, format, to),
    ),
    vscode.commands.registerCommand('corroborate.importAnnotations', (from?: unknown) =>
      importAnnotations(client, from),
    ),
  );
}

/** Other code may say the format and the file; a person is asked. */
async function exportAnnotations(client: BaseLanguageClient, wanted: unknown, to: unknown): Promise<void> {
  const uri = neededArticle()?.document.uri;
  if (uri === undefined) return;
  const kind = FORMATS.find(({ format }) => format === wanted) ?? (await pickFormat());
  if (kind === undefined) return;
  const { format } = kind;
  const outcome = await client.sendRequest<ExportOutcome>(Requests.exportAnnotations, {
    uri: uri.toString(),
    format,
  });
  if (!outcome.ok) {
    void vscode.window.showErrorMessage(outcome.message);
    return;
  }
  const defaultUri = uri.with({ path: `${uri.path}.${kind.ending}` });
  const file = to instanceof vscode.Uri ? to : await vscode.window.showSaveDialog({ defaultUri });
  if (file === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(outcome.text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The annotations were not exported: {0}', reason));
    return;
  }
  const open = vscode.l10n.t('Open');
  const message = vscode.l10n.t('Annotations exported to {0}.', articleName(file));
  void vscode.window.showInformationMessage(message, open).then((choice) => {
    if (choice === open) void vscode.commands.executeCommand('vscode.open', file);
  });
}

async function pickFormat(): Promise<(typeof FORMATS)[number] | undefined> {
  const labels: Record<ExportFormat, string> = {
    markdown: vscode.l10n.t('Report with the article’s text (Markdown)'),
    csv: vscode.l10n.t('Table for a spreadsheet (CSV)'),
    jsonld: vscode.l10n.t('W3C Web Annotations (JSON-LD)'),
  };
  const choices = FORMATS.map((target) => ({ target, label: labels[target.format] }));
  const placeHolder = vscode.l10n.t('Export as…');
  return (await vscode.window.showQuickPick(choices, { placeHolder }))?.target;
}

async function importAnnotations(client: BaseLanguageClient, from: unknown): Promise<void> {
  const uri = neededArticle()?.document.uri;
  if (uri === undefined) return;
  const file = from instanceof vscode.Uri ? from : await pickFile();
  if (file === undefined) return;
  let json: string;
  try {
    json = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('That file cannot be read: {0}', reason));
    return;
  }
  const params = { uri: uri.toString(), json };
  const outcome = await client.sendRequest<ImportOutcome>(Requests.importAnnotations, params);
  if (!outcome.ok) {
    void vscode.window.showErrorMessage(outcome.message);
    return;
  }
  const { imported, skipped } = outcome;
  void vscode.window.showInformationMessage(importInWords(imported, skipped));
}

function importInWords(imported: number, skipped: number): string {
  const done =
    imported === 1
      ? vscode.l10n.t('1 annotation or reply is new.')
      : vscode.l10n.t('{0} annotations and replies are new.', imported);
  const rest =
    skipped === 1
      ? vscode.l10n.t('1 item was not understood.')
      : vscode.l10n.t('{0} items were not understood.', skipped);
  return skipped === 0 ? done : `${done} ${rest}`;
}

async function pickFile(): Promise<vscode.Uri | undefined> {
  const title = vscode.l10n.t('Import annotations (W3C Web Annotations or Hypothesis)');
  const filters = { JSON: ['json', 'jsonld'] };
  return (await vscode.window.showOpenDialog({ title, filters }))?.[0];
}
