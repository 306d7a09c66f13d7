import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  Candidate,
  Card,
  CardParams,
  CardRow,
  Correction,
  CorrectionItem,
  CorrectionOutcome,
  Place,
  Range,
  SourceItem,
} from '../protocol';
import { Requests } from '../protocol';
import type { LatestOverview } from './latest-overview';
import { neededArticle } from './annotations/targets';
import { fromRange } from './places';

/** Registers the commands by which people correct what the machine linked; each writes `corroborate.yaml`. */
export function registerCorrectionCommands(
  client: BaseLanguageClient,
  overview: LatestOverview,
): vscode.Disposable {
  const commands = new CorrectionCommands(client, overview);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('corroborate.notSame', (range?: Range) => commands.notSame(range)),
    vscode.commands.registerCommand('corroborate.same', (range?: Range) => commands.same(range)),
    vscode.commands.registerCommand('corroborate.sameName', (range?: Range) => commands.sameName(range)),
    vscode.commands.registerCommand('corroborate.ignore', (range?: Range) => commands.ignore(range)),
    vscode.commands.registerCommand('corroborate.takeBack', () => commands.takeBack()),
  );
}

class CorrectionCommands {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly overview: LatestOverview,
  ) {}

  async notSame(range?: Range): Promise<void> {
    const here = await this.cardHere(range);
    if (here === undefined) return;
    const row = await pickRow(here.card);
    if (row !== undefined) await this.correct({ kind: 'not-same', a: here.place, b: row });
  }

  async same(range?: Range): Promise<void> {
    const here = await this.cardHere(range);
    if (here === undefined) return;
    const { uri } = here.place;
    const position = here.card.range.start;
    const found = await this.client.sendRequest<Candidate[]>(Requests.candidates, { uri, position });
    if (found.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No number in another article of this story.'));
      return;
    }
    const choices = found.map((candidate) => ({
      candidate,
      label: candidate.words.replace(/\s+/g, ' '),
      description: candidate.path,
      detail: candidate.sentence,
    }));
    const placeHolder = vscode.l10n.t('Which of these is the same fact?');
    const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
    const choice = await vscode.window.showQuickPick(choices, options);
    if (choice !== undefined) await this.correct({ kind: 'same', a: here.place, b: choice.candidate });
  }

  async sameName(range?: Range): Promise<void> {
    const editor = neededArticle();
    if (editor === undefined) return;
    const at = range?.start ?? fromRange(editor.selection).start;
    const { reading, sources } = await this.overview.get();
    const uri = editor.document.uri.toString();
    const inside = ({ range: r, uri: u }: Place): boolean =>
      u === uri &&
      r.start.line === at.line &&
      r.start.character <= at.character &&
      at.character <= r.end.character;
    const here = sources.find((source) => source.mentions.some(inside));
    if (here === undefined) {
      const early = vscode.l10n.t('The other articles are still being read.');
      const none = vscode.l10n.t('Put the cursor on a name.');
      void vscode.window.showInformationMessage(reading ? early : none);
      return;
    }
    const folderOf = (address: string): string | undefined =>
      vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(address))?.uri.toString();
    const isNear = ({ mentions: [first] }: SourceItem): boolean =>
      first !== undefined && folderOf(first.uri) === folderOf(uri);
    const others = sources.filter(
      (source) => source.id !== here.id && source.type === here.type && isNear(source),
    );
    const choices = others.map(({ name, title }) => ({ label: name, description: title ?? '' }));
    const placeHolder = vscode.l10n.t('Who is the same as “{0}”?', here.name);
    const choice = await vscode.window.showQuickPick(choices, { placeHolder });
    if (choice !== undefined)
      await this.correct({ kind: 'alias', name: choice.label, alias: here.name, uri });
  }

  async ignore(range?: Range): Promise<void> {
    const here = await this.cardHere(range);
    if (here !== undefined) await this.correct({ kind: 'ignore', place: here.place });
  }

  async takeBack(): Promise<void> {
    const items = await this.client.sendRequest<CorrectionItem[]>(Requests.corrections);
    if (items.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There are no corrections.'));
      return;
    }
    const several = new Set(items.map(({ folder }) => folder)).size > 1;
    const choices = items.map((item) => ({
      item,
      label: item.words,
      description: several ? `${item.section} · ${item.file}` : item.section,
    }));
    const placeHolder = vscode.l10n.t('Which correction is to be taken back?');
    const choice = await vscode.window.showQuickPick(choices, { placeHolder });
    if (choice === undefined) return;
    const { folder, section, key } = choice.item;
    await this.correct({ kind: 'remove', folder, section, key });
  }

  private async correct(correction: Correction): Promise<void> {
    const outcome = await this.client.sendRequest<CorrectionOutcome>(Requests.correct, correction);
    if (!outcome.ok) {
      void vscode.window.showErrorMessage(outcome.message);
      return;
    }
    const undo = vscode.l10n.t('Undo');
    const choice = await vscode.window.showInformationMessage(
      outcome.message,
      ...(outcome.undo === null ? [] : [undo]),
    );
    if (choice === undo && outcome.undo !== null) await this.correct({ kind: 'remove', ...outcome.undo });
  }

  /** The card at a range that a code action names, else at the cursor. */
  private async cardHere(range?: Range): Promise<{ card: Card; place: Place } | undefined> {
    const editor = neededArticle();
    if (editor === undefined) return undefined;
    const uri = editor.document.uri.toString();
    const position = range?.start ?? fromRange(editor.selection).start;
    const params: CardParams = { uri, position, whole: true };
    const card = await this.client.sendRequest<Card | null>(Requests.card, params);
    if (card === null) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Put the cursor on a number, a name or a statement.'),
      );
      return undefined;
    }
    const path = vscode.workspace.asRelativePath(editor.document.uri, false);
    return { card, place: { uri, path, range: card.range } };
  }
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
