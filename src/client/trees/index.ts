import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AnnotatedArticles } from '../annotations/annotated-articles';
import type { WaitingNotes } from '../annotations/waiting';
import type { Overview } from '../../protocol';
import { Requests } from '../../protocol';
import type { ServerEvents } from '../server-events';
import type { AnnotationFilter } from './annotation-filter';
import { annotationNodes } from './annotations';
import { factNodes } from './facts';
import { NodeTree } from './node';
import { sourceNodes } from './sources';

/** Registers the three trees: Facts, Sources, Annotations. Each asks the server when it is first looked at. */
export function registerTrees(
  client: BaseLanguageClient,
  events: ServerEvents,
  articles: AnnotatedArticles,
  waiting: WaitingNotes,
  filter: AnnotationFilter,
): vscode.Disposable {
  const overview = (): Promise<Overview> => client.sendRequest<Overview>(Requests.overview);
  const facts = new NodeTree(async () => factNodes(await overview()));
  const sources = new NodeTree(async () => sourceNodes((await overview()).sources));
  const annotations = new NodeTree(async () => annotationNodes(await articles.list(), waiting.all(), filter));
  const show = (id: string, tree: NodeTree): vscode.TreeView<unknown> =>
    vscode.window.createTreeView(`corroborate.${id}`, { treeDataProvider: tree, showCollapseAll: true });
  const annotationView = show('annotations', annotations);
  return vscode.Disposable.from(
    show('facts', facts),
    show('sources', sources),
    annotationView,
    events.onFacts(() => {
      facts.refresh();
      sources.refresh();
    }),
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
