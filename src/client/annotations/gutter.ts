import * as vscode from 'vscode';
import { isAnnotatable } from '../settings';

/** How long the cursor rests before the gutter's offer follows it, in milliseconds. */
const CURSOR_RESTS = 200;

/** Lets the gutter offer a "+" to annotate a line: nowhere, on the cursor's line, or on every line. */
export class GutterOffer implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable;
  private offered = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly controller: vscode.CommentController) {
    this.offer();
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection((e) => this.followCursor(e)),
      vscode.workspace.onDidChangeConfiguration((e) => {
        if (e.affectsConfiguration('corroborate.annotations.gutter')) this.offer();
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  private offer(): void {
    const where = vscode.workspace
      .getConfiguration('corroborate')
      .get<string>('annotations.gutter', 'cursor');
    if (where === 'off') {
      delete this.controller.commentingRangeProvider;
      return;
    }
    this.controller.commentingRangeProvider = {
      provideCommentingRanges: (document) => {
        if (!isAnnotatable(document)) return [];
        if (where === 'all') return [new vscode.Range(0, 0, Math.max(0, document.lineCount - 1), 0)];
        const editor = vscode.window.visibleTextEditors.find((e) => e.document === document);
        return editor === undefined ? [] : [lines(editor.selection)];
      },
    };
  }

  /** The cursor has moved to another line: the gutter's offer follows it, once it rests. */
  private followCursor({ textEditor, selections }: vscode.TextEditorSelectionChangeEvent): void {
    const [selection] = selections;
    if (selection === undefined || !isAnnotatable(textEditor.document)) return;
    const key = `${textEditor.document.uri.toString()} ${selection.start.line} ${selection.end.line}`;
    if (key === this.offered) return;
    this.offered = key;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.offer(), CURSOR_RESTS);
  }
}

function lines(selection: vscode.Selection): vscode.Range {
  return new vscode.Range(selection.start.line, 0, selection.end.line, 0);
}
