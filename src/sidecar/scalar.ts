import type { Value, ValueMap } from './tree';
import { isMap } from './tree';

/** Characters that YAML forbids, that an editor may change on saving, or that reorder or hide what is on screen. */
const ESCAPED = /[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\uffff]/g;

/** A string in double quotes, on one line, readable as JSON too: no word of it can be mistaken for another type. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    ESCAPED,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What a literal block scalar cannot hold unharmed: edge blanks, trailing spaces on a line, characters to escape. */
const NOT_LITERAL = /^[\s\ufeff]|[ \t]\n|[ \t]$|\n\n$|[\x00-\x08\x0b-\x1f\ud800-\udfff]/;
const TAB_START = /(?:^|\n)\t/;

/**
 * A text over several lines as a literal block scalar, so that changing a line changes a line of the file; null where the
 * text has one line or holds what only quotes can.
 * @param indent the columns of the block's lines
 */
export function literalBlock(text: string, indent: number, eol: string): string | null {
  const withoutPairs = text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '');
  if (!text.includes('\n') || NOT_LITERAL.test(withoutPairs) || TAB_START.test(text)) return null;
  ESCAPED.lastIndex = 0;
  if (ESCAPED.test(text)) return null;
  const keep = text.endsWith('\n');
  const pad = ' '.repeat(indent);
  const lines = (keep ? text.slice(0, -1) : text).split('\n');
  return `|${keep ? '' : '-'}${eol}${lines.map((line) => (line === '' ? '' : pad + line)).join(eol)}`;
}

/** A value on one line: strings quoted, lists and maps in brackets. */
export function inline(value: Value): string {
  if (typeof value === 'string') return quoted(value);
  if (isMap(value)) return `{${[...value].map(([k, v]) => `${keyText(k)}: ${inline(v)}`).join(', ')}}`;
  if (typeof value === 'object' && value !== null) return `[${value.map(inline).join(', ')}]`;
  return String(value);
}

const PLAIN_KEY = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** Words that some reader of YAML takes for something other than a string (YAML 1.1's booleans and nulls). */
const NOT_PLAIN = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A key: plain where every reader takes it for a word. */
export function keyText(key: string): string {
  return PLAIN_KEY.test(key) && !NOT_PLAIN.test(key) ? key : quoted(key);
}

/** How a pair of a block map is laid out. */
export interface Layout {
  /** Column of the key. */
  readonly indent: number;
  /** Columns from a map to the maps inside it. */
  readonly step: number;
  readonly eol: string;
}

/** Maps whose values are maps with ids for keys; they are written as blocks, every other map inline. */
const BLOCK_MAPS: ReadonlySet<string> = new Set(['annotations', 'replies', 'conflicts']);

/** Fields that people write as prose; words of the article stay in quotes, where no blank is lost. */
const PROSE: ReadonlySet<string> = new Set(['note', 'text']);

/** `key: value` over as many lines as it takes, without indentation before the key and without a line end after it. */
export function pairText(key: string, value: Value, layout: Layout): string {
  const head = `${keyText(key)}:`;
  if (isMap(value) && value.size > 0 && (BLOCK_MAPS.has(key) || holdsFields(value)))
    return `${head}${layout.eol}${mapLines(value, { ...layout, indent: layout.indent + layout.step }, key)}`;
  if (typeof value === 'string') {
    const block = PROSE.has(key) ? literalBlock(value, layout.indent + layout.step, layout.eol) : null;
    return `${head} ${block ?? quoted(value)}`;
  }
  return `${head} ${inline(value)}`;
}

/** Annotations and replies are maps that say who made them. */
function holdsFields(value: ValueMap): boolean {
  return value.has('by') || value.has('made') || value.has('status');
}

function mapLines(map: ValueMap, layout: Layout, parent: string): string {
  const between = parent === 'annotations' ? layout.eol + layout.eol : layout.eol;
  const pad = ' '.repeat(layout.indent);
  return [...map].map(([key, value]) => pad + pairText(key, value, layout)).join(between);
}
