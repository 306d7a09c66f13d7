import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Highlighter } from '../highlights';
import type { LatestOverview } from '../latest-overview';
import { takeSidecarsAlong } from '../moves';
import type { ServerEvents } from '../server-events';
import { showStates } from '../states';
import { registerTrees } from '../trees';
import { AnnotationFilter } from '../trees/annotation-filter';
import { registerAdoption } from './adoption';
import { AnnotatedArticles } from './annotated-articles';
import { registerAnnotationCommands } from './commands';
import { registerExchange } from './exchange';
import { registerFactNotes } from './facts';
import { registerMerging } from './merging';
import { registerReattaching } from './reattach';
import { registerSaving } from './saving';
import { registerStepping } from './stepping';
import { Targets } from './targets';
import { AnnotationThreads } from './threads';
import { WaitingChanges } from './waiting';

/** Everything that shows or changes annotations, and the trees and states that they are part of. */
export function registerAnnotations(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  events: ServerEvents,
  overview: LatestOverview,
  highlighter: Highlighter,
): vscode.Disposable {
  const storage = context.storageUri ?? context.globalStorageUri;
  const waiting = new WaitingChanges(vscode.Uri.joinPath(storage, 'waiting'));
  const threads = new AnnotationThreads(client, events, waiting);
  const articles = new AnnotatedArticles(client, events, threads);
  const targets = new Targets(threads, articles);
  const filter = new AnnotationFilter();
  return vscode.Disposable.from(
    waiting,
    threads,
    articles,
    registerAnnotationCommands(threads, targets, highlighter),
    registerReattaching(threads, targets),
    registerStepping(threads, articles, (item) => filter.accepts(item)),
    registerFactNotes(client, threads),
    registerSaving(threads, waiting),
    registerAdoption(client, overview, articles, context.workspaceState),
    registerMerging(client, threads, targets, articles),
    registerExchange(client),
    registerTrees(overview, articles, waiting, filter),
    takeSidecarsAlong(client, waiting),
    showStates(threads, articles, waiting),
  );
}
