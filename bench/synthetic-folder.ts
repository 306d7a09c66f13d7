import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** An article made up for a bench. */
export interface SyntheticArticle {
  readonly path: string;
  readonly source: string;
}

/** Folders of one event each, as lists of texts. */
export function eventFolders(roots: readonly string[]): string[][] {
  return roots.flatMap((root) =>
    readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => textsIn(path.join(root, entry.name)))
      .filter((texts) => texts.length > 1),
  );
}

/** The articles of one folder, in the order of their names. */
export function textsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/u.test(name))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

/**
 * As many articles as asked for, made of real ones: each event is told again under other names, places and numbers, so that a
 * copy is a new event of the same sort.
 */
export function syntheticFolder(events: readonly (readonly string[])[], count: number): SyntheticArticle[] {
  const articles: SyntheticArticle[] = [];
  for (let copy = 0; articles.length < count; copy++) {
    events.forEach((texts, event) => {
      texts.forEach((text, i) => {
        if (articles.length < count)
          articles.push({
            path: `e${event}-c${copy}/${i}.txt`,
            source: copy === 0 ? text : retell(text, copy),
          });
      });
    });
  }
  return articles;
}

const SYLLABLES = 'bo ka lu me ni po ra su ta ve wi zo da fe gu ho ja ki'.split(' ');

/** Renames every capitalised word and moves every number of two digits and more; the same word always alike in one copy. */
function retell(text: string, copy: number): string {
  return text
    .replace(/\b[A-Z][a-z]{3,}\b/gu, (word) => (copy % 3 === hash(word) % 3 ? word : rename(word, copy)))
    .replace(/\b\d{2,}\b/gu, (digits) => String(Number(digits) + (copy % 7)).padStart(digits.length, '0'));
}

function rename(word: string, copy: number): string {
  const h = hash(`${word}${copy}`);
  const tail = SYLLABLES[h % SYLLABLES.length] ?? '';
  return word.slice(0, 2) + (SYLLABLES[(h >>> 8) % SYLLABLES.length] ?? '') + tail;
}

function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  return h;
}
