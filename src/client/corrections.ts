import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Card, CardRow, Correction, Place, Range } from '../protocol';
import { Requests } from '../protocol';
import { fromRange } from './places';
import { isArticle } from './settings';

/** Registers the commands by which people correct what the machine linked; each writes `corroborate.yaml`. */
export function registerCorrectionCommands(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('corroborate.notSame', async (range?: Range) => {
      const here = await cardHere(client, range);
      if (here === undefined) return;
      const row = await pickRow(here.card);
      if (row !== undefined) await correct(client, { kind: 'not-same', a: here.place, b: row });
    }),
    vscode.commands.registerCommand('corroborate.ignore', async (range?: Range) => {
      const here = await cardHere(client, range);
      if (here !== undefined) await correct(client, { kind: 'ignore', place: here.place });
    }),
  );
}

async function correct(client: BaseLanguageClient, correction: Correction): Promise<void> {
  const outcome = await client.sendRequest<{ ok: boolean; message: string }>(Requests.correct, correction);
  if (outcome.ok) void vscode.window.showInformationMessage(outcome.message);
  else void vscode.window.showErrorMessage(outcome.message);
}

/** The card at a range that a code action names, else at the cursor. */
async function cardHere(
  client: BaseLanguageClient,
  range?: Range,
): Promise<{ card: Card; place: Place } | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isArticle(editor.document)) return undefined;
  const uri = editor.document.uri.toString();
  const position = range?.start ?? fromRange(editor.selection).start;
  const card = await client.sendRequest<Card | null>(Requests.card, { uri, position });
  if (card === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Put the cursor on a number, a name or a statement.'),
    );
    return undefined;
  }
  const path = vscode.workspace.asRelativePath(editor.document.uri, false);
  return { card, place: { uri, path, range: card.range } };
}

async function pickRow(card: Card): Promise<CardRow | undefined> {
  if (card.rows.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No other article is linked to this mention.'));
    return undefined;
  }
  const choices = card.rows.map((row) => ({
    row,
    label: row.words.replace(/\s+/g, ' '),
    description: row.path,
  }));
  const placeHolder = vscode.l10n.t('Which of these is not the same fact?');
  return (await vscode.window.showQuickPick(choices, { placeHolder }))?.row;
}
