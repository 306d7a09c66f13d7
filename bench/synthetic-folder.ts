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
 * As many articles as asked for, made of real ones: each event is told again with other names, places, numbers and with other
 * words where a word is of that event alone, so that a copy is a new event of the same sort. Every third such word stays.
 * @param length articles shorter than this (in UTF-16 code units) go on with paragraphs of the other articles of their event
 */
export function syntheticFolder(
  events: readonly (readonly string[])[],
  count: number,
  length: number,
): SyntheticArticle[] {
  const longer = events.map((texts) => texts.map((_, i) => lengthen(texts, i, length)));
  const own = ownWords(events);
  const articles: SyntheticArticle[] = [];
  for (let copy = 0; articles.length < count; copy++) {
    longer.forEach((texts, event) => {
      texts.forEach((text, i) => {
        if (articles.length < count)
          articles.push({
            path: `e${event}-c${copy}/${i}.txt`,
            source: copy === 0 ? text : retell(text, copy, own[event] ?? new Set()),
          });
      });
    });
  }
  return articles;
}

/** An article with paragraphs of its event's other articles behind it; a short event's paragraphs are not told twice. */
function lengthen(texts: readonly string[], index: number, length: number): string {
  const paragraphs = (text: string): string[] => text.split(/\n+/u).filter((p) => p.trim() !== '');
  const parts = [(texts[index] ?? '').trim()];
  const told = new Set(paragraphs(parts[0] ?? ''));
  let size = parts[0]?.length ?? 0;
  for (let i = 1; i < texts.length && size < length; i++) {
    for (const paragraph of paragraphs(texts[(index + i) % texts.length] ?? '').slice(1)) {
      if (size >= length || told.has(paragraph)) continue;
      told.add(paragraph);
      parts.push(paragraph);
      size += paragraph.length + 2;
    }
  }
  return `${parts.join('\n\n')}\n`;
}

/** For each event, the words in small letters that no other event has. */
function ownWords(events: readonly (readonly string[])[]): ReadonlySet<string>[] {
  const words = events.map((texts) => new Set(texts.flatMap((text) => text.match(/\b[a-z]{4,}\b/gu) ?? [])));
  const counts = new Map<string, number>();
  for (const set of words) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.map((set) => new Set([...set].filter((word) => counts.get(word) === 1)));
}

const SYLLABLES = 'bo ka lu me ni po ra su ta ve wi zo da fe gu ho ja ki'.split(' ');

/** Renames capitalised words and the event's own, and moves numbers of two digits and more; a word always alike in one copy. */
function retell(text: string, copy: number, own: ReadonlySet<string>): string {
  return text
    .replace(/\b[A-Za-z][a-z]{3,}\b/gu, (word) => {
      const particular = own.has(word) || /^[A-Z]/u.test(word);
      return !particular || hash(`${copy} ${word}`) % 3 === 0 ? word : rename(word, copy);
    })
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
  return h ^ (h >>> 15);
}
