import { keysOf } from '../corpus';
import { cardAt } from './card';
import type { Folder } from './folder';

/** How many articles a rehearsal is with. */
const ARTICLES = 9;
/** What an edit adds. */
const ADDED = (edit: number): string => `\n\nIn all, ${edit + 20} people were counted.`;

/**
 * Edits an article among some of its story in a folder that is thrown away, in small steps: code that has run some times is several times
 * as fast as code that has not, and who types should not wait for that.
 */
export function* rehearseEdits(folder: Folder, path: string, edits: number): Generator<undefined, void> {
  const source = folder.article(path)?.source ?? '';
  const story = folder.storyAround(path);
  const first = Math.max(0, Math.min(story.indexOf(path), story.length - ARTICLES));
  const scratch = folder.scratch();
  for (const name of story.slice(first, first + ARTICLES)) {
    const article = folder.corpus.article(name);
    if (article === undefined) continue;
    const { source, analysis } = article.packed;
    scratch.putRecord(name, source, { analysis, ...keysOf(article.text) }, 0);
    yield;
  }
  for (let edit = 1; edit <= edits; edit++) {
    scratch.edit(path, source + ADDED(edit), edit);
    yield;
    yield* scratch.comparison().stepsAround(path);
    cardAt(scratch, path, source.length + ADDED(edit).indexOf(String(edit + 20)));
    yield;
  }
}
