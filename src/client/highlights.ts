import * as vscode from 'vscode';
import type { HighlightKind, Highlights } from '../protocol';
import { toRange } from './places';
import { isArticle } from './settings';

const color = (id: string): vscode.ThemeColor => new vscode.ThemeColor(`corroborate.${id}`);

const STYLES: Record<HighlightKind, vscode.DecorationRenderOptions> = {
  'statement.content': {
    backgroundColor: color('statementContentBackground'),
    outlineColor: color('statementContentBorder'),
    outlineStyle: 'dotted',
    outlineWidth: '1px',
  },
  'statement.nonclaim': {
    backgroundColor: color('nonclaimBackground'),
    outlineColor: color('statementContentBorder'),
    outlineStyle: 'dotted',
    outlineWidth: '1px',
  },
  'statement.source': {
    borderColor: color('statementSourceBorder'),
    borderStyle: 'solid',
    borderWidth: '0 0 2px 0',
  },
  'statement.cue': { color: color('statementCueForeground'), fontStyle: 'italic' },
  quantity: {
    backgroundColor: color('quantityBackground'),
    borderColor: color('quantityBorder'),
    borderStyle: 'solid',
    borderWidth: '0 0 1px 0',
    borderRadius: '2px',
  },
  name: { borderColor: color('nameBorder'), borderStyle: 'dotted', borderWidth: '0 0 1px 0' },
};

const SETTING: Record<HighlightKind, string> = {
  'statement.content': 'highlight.statements',
  'statement.nonclaim': 'highlight.statements',
  'statement.source': 'highlight.statements',
  'statement.cue': 'highlight.statements',
  quantity: 'highlight.quantities',
  name: 'highlight.names',
};

/** Colours articles by what the server found in them; keeps the last result of each open article. */
export class Highlighter implements vscode.Disposable {
  private readonly latest = new Map<string, Highlights>();
  private readonly types = new Map<HighlightKind, vscode.TextEditorDecorationType>();
  private readonly waiting = new Map<string, ((found: Highlights) => void)[]>();
  private readonly subscriptions: { dispose(): unknown }[] = [];
  private shown = true;

  constructor() {
    for (const [kind, style] of Object.entries(STYLES) as [HighlightKind, vscode.DecorationRenderOptions][]) {
      const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;
      this.types.set(kind, vscode.window.createTextEditorDecorationType({ ...style, rangeBehavior }));
    }
    this.subscriptions.push(
      vscode.window.onDidChangeVisibleTextEditors(() => this.paintAll()),
      vscode.workspace.onDidCloseTextDocument((d) => this.latest.delete(d.uri.toString())),
      vscode.workspace.onDidChangeConfiguration((e) => {
        if (e.affectsConfiguration('corroborate.highlight')) this.paintAll();
      }),
    );
  }

  /** Takes a new result and paints it, unless the document has moved on; the next result is then on its way. */
  accept(found: Highlights): void {
    const key = vscode.Uri.parse(found.uri).toString();
    this.latest.set(key, found);
    for (const resolve of this.waiting.get(key) ?? []) resolve(found);
    this.waiting.delete(key);
    this.paintAll();
  }

  /** The latest result for an open article; waits for the first one. */
  of(uri: vscode.Uri): Promise<Highlights> {
    const found = this.latest.get(uri.toString());
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve) => {
      this.waiting.set(uri.toString(), [...(this.waiting.get(uri.toString()) ?? []), resolve]);
    });
  }

  /** Shows or hides all highlights in this window. */
  toggle(): void {
    this.shown = !this.shown;
    this.paintAll();
  }

  dispose(): void {
    for (const type of this.types.values()) type.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private paintAll(): void {
    for (const editor of vscode.window.visibleTextEditors) if (isArticle(editor.document)) this.paint(editor);
  }

  private paint(editor: vscode.TextEditor): void {
    const found = this.latest.get(editor.document.uri.toString());
    if (found !== undefined && found.version !== editor.document.version && this.shown) return;
    const config = vscode.workspace.getConfiguration('corroborate');
    for (const [kind, type] of this.types) {
      const on = this.shown && config.get<boolean>(SETTING[kind], true);
      const ranges = on ? (found?.ranges.filter((r) => r.kind === kind) ?? []) : [];
      editor.setDecorations(
        type,
        ranges.map((r) => toRange(r.range)),
      );
    }
  }
}
