import * as vscode from 'vscode';
import type { AnnotatedArticle, AnnotationItem, StatusName } from '../../protocol';
import { pickStatus, statusLabel } from '../annotations/statuses';
import { quoted } from '../quoted';

/** What rows of the Annotations tree are put under. */
export type Grouping = 'article' | 'status' | 'reviewer' | 'tag';

/** What an annotation must have to be shown; what is not named does not matter. */
interface Condition {
  readonly article?: string;
  readonly status?: StatusName;
  readonly reviewer?: string;
  readonly tag?: string;
  readonly words?: string;
}

/** How the Annotations tree is grouped and what it is narrowed to. */
export class AnnotationFilter {
  private condition: Condition = {};
  grouping: Grouping = 'article';

  /** In words, for beside the tree's title. */
  get label(): string {
    const { article, status, reviewer, tag, words } = this.condition;
    if (status !== undefined) return statusLabel(status);
    if (words !== undefined) return quoted(words);
    return article ?? reviewer ?? (tag === undefined ? '' : `#${tag}`);
  }

  /** Asks what to narrow the tree to, of what there is; false when the person leaves it as it was. */
  async ask(articles: readonly AnnotatedArticle[]): Promise<boolean> {
    const items = articles.flatMap((article) => article.items);
    const choices: { label: string; ask: () => Promise<Condition | undefined> }[] = [
      { label: vscode.l10n.t('Show all'), ask: () => Promise.resolve({}) },
      {
        label: vscode.l10n.t('By article…'),
        ask: () =>
          pick(
            'article',
            articles.map((a) => a.path),
          ),
      },
      { label: vscode.l10n.t('By status…'), ask: askStatus },
      { label: vscode.l10n.t('By reviewer…'), ask: () => pick('reviewer', items.flatMap(reviewersOf)) },
      {
        label: vscode.l10n.t('By tag…'),
        ask: () =>
          pick(
            'tag',
            items.flatMap((item) => item.tags),
          ),
      },
      { label: vscode.l10n.t('By words…'), ask: askWords },
    ];
    const placeHolder = vscode.l10n.t('Which annotations?');
    const condition = await (await vscode.window.showQuickPick(choices, { placeHolder }))?.ask();
    if (condition !== undefined) this.condition = condition;
    return condition !== undefined;
  }

  /** Asks by what to group; false when the person leaves it as it was. */
  async askGrouping(): Promise<boolean> {
    const choices: { label: string; grouping: Grouping }[] = [
      { label: vscode.l10n.t('Article'), grouping: 'article' },
      { label: vscode.l10n.t('Status'), grouping: 'status' },
      { label: vscode.l10n.t('Reviewer'), grouping: 'reviewer' },
      { label: vscode.l10n.t('Tag'), grouping: 'tag' },
    ];
    const placeHolder = vscode.l10n.t('Group annotations by…');
    const choice = await vscode.window.showQuickPick(choices, { placeHolder });
    if (choice !== undefined) this.grouping = choice.grouping;
    return choice !== undefined;
  }

  /** Whether an article's annotations are to be looked at. */
  acceptsArticle(path: string): boolean {
    return this.condition.article === undefined || this.condition.article === path;
  }

  /** Whether an annotation is to be shown. */
  accepts(item: AnnotationItem): boolean {
    const { status, reviewer, tag, words } = this.condition;
    if (status !== undefined && item.status !== status) return false;
    if (reviewer !== undefined && !reviewersOf(item).includes(reviewer)) return false;
    if (tag !== undefined && !item.tags.includes(tag)) return false;
    return words === undefined || wordsOf(item).includes(words.toLowerCase());
  }
}

/** Everybody who wrote in a thread, each once; the one who began it first. */
export function reviewersOf(item: AnnotationItem): string[] {
  return [...new Set([item.by, ...item.replies.map((reply) => reply.by)])];
}

function wordsOf(item: AnnotationItem): string {
  const replies = item.replies.map((reply) => reply.text);
  return [item.note, item.quote, ...replies].join('\n').toLowerCase();
}

async function pick(
  field: 'article' | 'reviewer' | 'tag',
  values: readonly string[],
): Promise<Condition | undefined> {
  const found = [...new Set(values)].sort((a, b) => a.localeCompare(b));
  if (found.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is none to choose from.'));
    return undefined;
  }
  const value = await vscode.window.showQuickPick(found);
  return value === undefined ? undefined : { [field]: value };
}

async function askStatus(): Promise<Condition | undefined> {
  const status = await pickStatus();
  return status === undefined ? undefined : { status };
}

async function askWords(): Promise<Condition | undefined> {
  const prompt = vscode.l10n.t('Words of the note, the replies or the article');
  const words = (await vscode.window.showInputBox({ prompt }))?.trim();
  return words === undefined ? undefined : words === '' ? {} : { words };
}
