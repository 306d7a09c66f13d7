import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AnnotatedArticle, Overview } from '../../protocol';
import { Requests } from '../../protocol';
import type { AnnotationThreads } from '../annotations/threads';
import type { ServerEvents } from '../server-events';
import { AnnotationFilter, annotationNodes } from './annotations';
import { factNodes } from './facts';
import { NodeTree } from './node';
import { sourceNodes } from './sources';

/** Registers the three trees: Facts, Sources, Annotations. Each asks the server when it is first looked at. */
export function registerTrees(
  client: BaseLanguageClient,
  events: ServerEvents,
  threads: AnnotationThreads,
): vscode.Disposable {
  const overview = (): Promise<Overview> => client.sendRequest<Overview>(Requests.overview);
  const filter = new AnnotationFilter();
  const facts = new NodeTree(async () => factNodes(await overview()));
  const sources = new NodeTree(async () => sourceNodes((await overview()).sources));
  const annotations = new NodeTree(async () =>
    annotationNodes(await client.sendRequest<AnnotatedArticle[]>(Requests.allAnnotations), filter),
  );
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
    events.onAnnotations(() => annotations.refresh()),
    threads.onDidChange(() => annotations.refresh()),
    vscode.commands.registerCommand('corroborate.filterAnnotations', async () => {
      if (await filter.ask()) annotations.refresh();
      annotationView.description = filter.label;
    }),
  );
}
