import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AnnotationOutcome, FactNote, Place, Range } from '../../protocol';
import { Requests } from '../../protocol';
import { fromRange, isKnown, readPlace, toRange } from '../places';
import { articleEditor, neededArticle, showArticle } from './targets';
import type { AnnotationThreads } from './threads';

/** A row of the Facts tree: a mention, or a fact with its mentions under it. */
interface FactRow {
  readonly place?: Place;
  readonly children?: readonly FactRow[];
}

/**
 * Registers the command that annotates a fact: the words at one place, with what the other articles say. It takes a place (of a code
 * action or a hover), a row of the Facts tree, or the cursor.
 */
export function registerFactNotes(client: BaseLanguageClient, threads: AnnotationThreads): vscode.Disposable {
  const annotate = async (argument?: unknown, given?: unknown): Promise<AnnotationOutcome | undefined> => {
    const place = placeOf(argument);
    if (place === undefined) return undefined;
    const { uri, range } = place;
    const params = { uri: uri.toString(), position: range.start };
    const found = await client.sendRequest<FactNote | null>(Requests.factNote, params);
    if (found === null) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor on a highlighted mention.'));
      return undefined;
    }
    if (typeof given === 'string') return threads.edit(uri, { kind: 'add', ...found, note: given });
    await showArticle(uri);
    threads.draft(uri, toRange(found.range), found);
    return undefined;
  };
  return vscode.commands.registerCommand('corroborate.annotateFact', annotate);
}

/** The place to annotate; of a fact's mentions the one in the article at hand, else the first. */
function placeOf(argument: unknown): { readonly uri: vscode.Uri; readonly range: Range } | undefined {
  const row = isFactRow(argument) ? mentionOf(argument, articleEditor()?.document.uri) : readPlace(argument);
  if (row !== undefined) {
    const uri = vscode.Uri.parse(row.uri, true);
    if (isKnown(uri)) return { uri, range: row.range };
    void vscode.window.showWarningMessage(vscode.l10n.t('That place is outside the open folders.'));
    return undefined;
  }
  const here = neededArticle();
  return here === undefined ? undefined : { uri: here.document.uri, range: fromRange(here.selection) };
}

function mentionOf({ place, children = [] }: FactRow, active: vscode.Uri | undefined): Place | undefined {
  const places = children.flatMap((child) => child.place ?? []);
  return place ?? places.find(({ uri }) => uri === active?.toString()) ?? places[0];
}

function isFactRow(value: unknown): value is FactRow {
  return typeof value === 'object' && value !== null && 'label' in value;
}
