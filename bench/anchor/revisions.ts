import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Span } from '../../src/text';
import type { Truth } from './pieces';

const FOLDER = path.resolve(__dirname, '../../test/fixtures/revisions');

/** One article's history: its texts, and where each marked span is in each of them (null: it is not in that text). */
export interface History {
  readonly name: string;
  /** The article's file name. */
  readonly file: string;
  readonly texts: readonly string[];
  readonly spans: readonly (readonly (Span | null)[])[];
}

/** A span that was annotated in one revision and is looked for in a later one. */
export interface Passage {
  readonly base: string;
  readonly now: string;
  readonly span: Span;
  readonly truth: Truth;
}

/** The histories of test/fixtures/revisions. */
export function histories(): History[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readHistory(name));
}

function readHistory(name: string): History {
  const folder = path.join(FOLDER, name);
  const files = readdirSync(folder).filter((file) => /^\d+\./.test(file));
  const texts = files.sort().map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const rows = JSON.parse(readFileSync(path.join(folder, 'spans.json'), 'utf8')) as Cell[][];
  const file = `${name}${path.extname(files[0] ?? '')}`;
  return { name, file, texts, spans: rows.map((row) => locateRow(row, texts)) };
}

/** The words of a span in one revision; `=` are those of the one before. */
type Cell = null | string | { readonly words: string; readonly nth: number };

function locateRow(row: readonly Cell[], texts: readonly string[]): (Span | null)[] {
  let [words, nth] = ['', 1];
  return row.map((cell, i) => {
    if (cell === null) return null;
    if (cell !== '=') [words, nth] = typeof cell === 'string' ? [cell, 1] : [cell.words, cell.nth];
    let start = -1;
    for (let n = 0; n < nth; n++) start = (texts[i] ?? '').indexOf(words, start + 1);
    if (start < 0) throw new Error(`revision ${i + 1} has no “${words}”`);
    return { start, end: start + words.length };
  });
}

/** Every span with every later revision. */
export function passagesOf({ texts, spans }: History): Passage[] {
  return spans.flatMap((places) =>
    places.flatMap((span, i) =>
      places.slice(i + 1).flatMap((later, k): Passage[] => {
        const [base, now] = [texts[i], texts[i + 1 + k]];
        if (span === null || base === undefined || now === undefined) return [];
        return [{ base, now, span, truth: truthOf(base, span, now, later) }];
      }),
    ),
  );
}

function truthOf(base: string, span: Span, now: string, later: Span | null): Truth {
  if (later === null) return { fate: 'gone', span: null };
  const words = (text: string, { start, end }: Span): string[] =>
    text
      .slice(start, end)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const [before, after] = [words(base, span), words(now, later)];
  if (before.join(' ') === after.join(' ')) return { fate: 'intact', span: later };
  const kept = before.filter((word) => after.includes(word)).join('').length;
  const isNumber = /\d/.test(before.join()) && /\d/.test(after.join());
  const mostly = 2 * kept >= before.join('').length || (isNumber && before.length <= 4);
  return { fate: mostly ? 'altered' : 'frayed', span: later };
}
