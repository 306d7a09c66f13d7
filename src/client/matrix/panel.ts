import * as vscode from 'vscode';
import type { LatestOverview } from '../latest-overview';
import { openBeside } from '../places';
import type { FromMatrix, MatrixWords, ToMatrix } from './messages';
import { matrixPage } from './page';

/** Registers the fact matrix: a table of facts × articles in a web view, made when it is first asked for. */
export function registerMatrix(
  context: vscode.ExtensionContext,
  overview: LatestOverview,
): vscode.Disposable {
  let matrix: MatrixPanel | undefined;
  return vscode.Disposable.from(
    vscode.commands.registerCommand('corroborate.showMatrix', () => {
      if (matrix === undefined)
        matrix = new MatrixPanel(context.extensionUri, overview, () => (matrix = undefined));
      else matrix.reveal();
    }),
    overview.onDidChange(() => void matrix?.refresh()),
    { dispose: () => matrix?.dispose() },
  );
}

class MatrixPanel {
  private readonly panel: vscode.WebviewPanel;

  constructor(
    extensionUri: vscode.Uri,
    private readonly overview: LatestOverview,
    closed: () => void,
  ) {
    const dist = vscode.Uri.joinPath(extensionUri, 'dist');
    this.panel = vscode.window.createWebviewPanel(
      'corroborate.matrix',
      vscode.l10n.t('Fact Matrix'),
      vscode.ViewColumn.Active,
      { enableScripts: true, localResourceRoots: [dist], retainContextWhenHidden: true },
    );
    const { webview } = this.panel;
    const script = webview.asWebviewUri(vscode.Uri.joinPath(dist, 'matrix.js')).toString();
    webview.html = matrixPage(script, webview.cspSource, {
      language: vscode.env.language,
      title: vscode.l10n.t('Fact Matrix'),
      reading: vscode.l10n.t('Reading articles…'),
    });
    webview.onDidReceiveMessage((message: FromMatrix) => this.receive(message));
    this.panel.onDidDispose(closed);
  }

  reveal(): void {
    this.panel.reveal();
  }

  dispose(): void {
    this.panel.dispose();
  }

  /** Shows the facts as they are now. While there are none because articles are being read, the page goes on saying so. */
  async refresh(): Promise<void> {
    const { reading, facts } = await this.overview.get();
    if (reading && facts.length === 0) return;
    const message: ToMatrix = { kind: 'show', facts, words: words() };
    await this.panel.webview.postMessage(message);
  }

  private async receive(message: FromMatrix): Promise<void> {
    switch (message.kind) {
      case 'ready':
        return this.refresh();
      case 'open':
        return openBeside(message.place);
      case 'annotate':
        await openBeside(message.place);
        return void vscode.commands.executeCommand('corroborate.annotateFact', message.place);
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        return void vscode.window.showInformationMessage(vscode.l10n.t('Copied.'));
      case 'export':
        return save(message.text, message.extension);
    }
  }
}

async function save(text: string, extension: 'csv' | 'md' | 'html'): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `facts.${extension}`;
  const uri = await vscode.window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (uri === undefined) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

function words(): MatrixWords {
  return {
    fact: vscode.l10n.t('Fact'),
    differ: vscode.l10n.t('Differ'),
    refine: vscode.l10n.t('One is more exact'),
    agree: vscode.l10n.t('Agree'),
    story: vscode.l10n.t('Story'),
    all: vscode.l10n.t('All'),
    search: vscode.l10n.t('Search facts'),
    copy: vscode.l10n.t('Copy'),
    export: vscode.l10n.t('Export'),
    none: vscode.l10n.t('No fact matches.'),
    empty: vscode.l10n.t(
      'No facts yet. Open a folder with two or more articles (.txt or .md) about one event.',
    ),
    perhaps: vscode.l10n.t('perhaps'),
    count: vscode.l10n.t('{0} facts'),
    countOne: vscode.l10n.t('1 fact'),
    annotate: vscode.l10n.t('Annotate this mention'),
    hint: vscode.l10n.t('Arrow keys move, Enter opens the place beside, N annotates it.'),
  };
}
