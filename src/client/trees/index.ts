import * as vscode from 'vscode';
import type { AnnotatedArticles } from '../annotations/annotated-articles';
import type { WaitingChanges } from '../annotations/waiting';
import type { Overview } from '../../protocol';
import type { LatestOverview } from '../latest-overview';
import type { AnnotationFilter } from './annotation-filter';
import { annotationNodes } from './annotations';
import { factNodes } from './facts';
import type { Node } from './node';
import { NodeTree } from './node';
import { sourceNodes } from './sources';

/** Registers the three trees: Facts, Sources, Annotations. Each asks the server when it is first looked at. */
export function registerTrees(
  overview: LatestOverview,
  articles: AnnotatedArticles,
  waiting: WaitingChanges,
  filter: AnnotationFilter,
): vscode.Disposable {
  const annotations = new NodeTree(async () => {
    const nodes = annotationNodes(await articles.list(), waiting.all(), filter);
    annotationView.message = '';
    return nodes;
  });
  const annotationView = show('annotations', annotations);
  // Until now nobody knows whether there is nothing to show; what the empty views say can wait for this.
  void vscode.commands.executeCommand('setContext', 'corroborate.started', true);
  return vscode.Disposable.from(
    showOverview('facts', overview, factNodes),
    showOverview('sources', overview, ({ sources }) => sourceNodes(sources)),
    annotationView,
    articles.onDidChange(() => annotations.refresh()),
    waiting.onDidChange(() => annotations.refresh()),
    vscode.commands.registerCommand('corroborate.filterAnnotations', async () => {
      if (await filter.ask(await articles.list())) annotations.refresh();
      annotationView.description = filter.label;
    }),
    vscode.commands.registerCommand('corroborate.groupAnnotations', async () => {
      if (await filter.askGrouping()) annotations.refresh();
    }),
  );
}

/** A tree of what the server knows. While articles are still being read it says so: an empty tree would say that nothing was found. */
function showOverview(
  id: string,
  overview: LatestOverview,
  nodesOf: (overview: Overview) => Node[],
): vscode.Disposable {
  const tree = new NodeTree(async () => {
    const latest = await overview.get();
    view.message = latest.reading ? vscode.l10n.t('Reading articles…') : '';
    return nodesOf(latest);
  });
  const view = show(id, tree);
  return vscode.Disposable.from(
    view,
    overview.onDidChange(() => tree.refresh()),
  );
}

/** A view that says that it is reading until its tree says something else. */
function show(id: string, tree: NodeTree): vscode.TreeView<unknown> {
  const options = { treeDataProvider: tree, showCollapseAll: true };
  const view = vscode.window.createTreeView(`corroborate.${id}`, options);
  view.message = vscode.l10n.t('Reading articles…');
  return view;
}
