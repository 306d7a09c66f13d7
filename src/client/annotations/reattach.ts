import * as vscode from 'vscode';
import type { Range } from '../../protocol';
import { fromRange, toRange } from '../places';
import { offerUndo } from './commands';
import type { Target, Targets } from './targets';
import { articleEditor, showArticle } from './targets';
import type { AnnotationThreads } from './threads';

/** A row of the tree that is a place for an annotation whose own is not certain. */
interface CandidateRow {
  readonly annotation: { readonly uri: string; readonly id: string };
  readonly candidate: Range;
}

/** Registers the commands that say where a changed, ambiguous or lost annotation belongs. */
export function registerReattaching(threads: AnnotationThreads, targets: Targets): vscode.Disposable {
  const commands = new Reattaching(threads, targets);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('corroborate.reattach', (target?: unknown) => commands.reattach(target)),
    vscode.commands.registerCommand('corroborate.attachHere', (row?: unknown) => commands.attachHere(row)),
  );
}

class Reattaching {
  constructor(
    private readonly threads: AnnotationThreads,
    private readonly targets: Targets,
  ) {}

  /** With words selected, or several places to choose from, the person picks; changed words are confirmed where they are. */
  async reattach(argument: unknown): Promise<void> {
    const selected = articleEditor();
    const selection = selected?.selection.isEmpty === false ? selected.selection : undefined;
    const target = await this.targets.of(argument);
    if (target === undefined) return;
    const editor = await showArticle(target.uri);
    const { candidates, anchor } = target.item;
    const [only, second] = candidates;
    const inPlace = anchor === 'changed' && selection === undefined && second === undefined;
    if (inPlace && only !== undefined) return this.attach(target, only);
    const range = await pickPlace(editor, target, selection);
    if (range !== undefined) await this.attach(target, range);
  }

  async attachHere(row: unknown): Promise<void> {
    if (!isCandidateRow(row)) return;
    const target = await this.targets.of(row);
    if (target !== undefined) await this.attach(target, row.candidate);
  }

  private async attach({ uri, item }: Target, range: Range): Promise<void> {
    const outcome = await this.threads.edit(uri, { kind: 'attach', id: item.id, range });
    const document = await vscode.workspace.openTextDocument(uri);
    const words = document.getText(toRange(range)).replace(/\s+/g, ' ').slice(0, 80);
    offerUndo(this.threads, uri, outcome, vscode.l10n.t('The annotation is now on “{0}”.', words));
  }
}

/** Lets the person choose a place; each is shown in the article while it is the one in the list. */
async function pickPlace(
  editor: vscode.TextEditor,
  { item }: Target,
  selection: vscode.Selection | undefined,
): Promise<Range | undefined> {
  const choice = (range: Range, description: string) => {
    const words = editor.document.getText(toRange(range)).replace(/\s+/g, ' ');
    return { label: words, description, range };
  };
  const choices = item.candidates.map((candidate) =>
    choice(candidate, vscode.l10n.t('line {0}', candidate.start.line + 1)),
  );
  if (selection !== undefined) choices.unshift(choice(fromRange(selection), vscode.l10n.t('the selection')));
  if (choices.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Select the words that the annotation belongs to, then run this again.'),
    );
    return undefined;
  }
  const before = editor.selection;
  const picked = await vscode.window.showQuickPick(choices, {
    placeHolder: vscode.l10n.t('Attach “{0}” to…', item.quote.replace(/\s+/g, ' ').slice(0, 80)),
    onDidSelectItem: (active) => {
      const shown = choices.find((candidate) => candidate === active);
      if (shown === undefined) return;
      const range = toRange(shown.range);
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    },
  });
  if (picked === undefined) editor.selection = before;
  return picked?.range;
}

function isCandidateRow(value: unknown): value is CandidateRow {
  return typeof value === 'object' && value !== null && 'annotation' in value && 'candidate' in value;
}
