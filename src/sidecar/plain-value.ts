import type { MapNode, Node, Pair } from './tree';

const STRING = /"(?:[^"\\\x00-\x1f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y;
const NUMBER = /(?:0|[1-9]\d{0,14})(?=[,\]}\s]|$)/y;
const KEY = /([A-Za-z][A-Za-z0-9_-]*): /y;
/** Lists in maps in lists: more than the format has. */
const DEEPEST = 4;

/**
 * Reads a string in double quotes, a whole number, a bracketed list or a map in braces, all on one line, as JSON but for the plain keys.
 * @param end where the line ends
 * @returns null where there is anything else
 */
export function readFlowValue(text: string, start: number, end: number, depth = 0): Node | null {
  const first = text[start];
  if (first === '"') return readString(text, start, end);
  if (first === '[' && depth < DEEPEST) return readList(text, start, end, depth);
  if (first === '{' && depth < DEEPEST) return readMap(text, start, end, depth);
  const number = match(NUMBER, text, start);
  // A longer text may go on with what only YAML calls a number.
  if (number === null || start + number.length > end) return null;
  const after = text[start + number.length] ?? '';
  if (depth === 0 && !/[\s]/.test(after) && after !== '') return null;
  return { kind: 'scalar', value: Number(number), source: number, start, end: start + number.length };
}

function match(pattern: RegExp, text: string, start: number): string | null {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? null;
}

function readString(text: string, start: number, end: number): Node | null {
  const literal = match(STRING, text, start);
  if (literal === null || start + literal.length > end) return null;
  const value: unknown = JSON.parse(literal);
  return typeof value === 'string' ? { kind: 'scalar', value, start, end: start + literal.length } : null;
}

function readList(text: string, start: number, end: number, depth: number): Node | null {
  const items: Node[] = [];
  let at = start + 1;
  if (text[at] === ']') return { kind: 'seq', items, start, end: at + 1 };
  for (;;) {
    const item = readFlowValue(text, at, end, depth + 1);
    if (item === null) return null;
    items.push(item);
    if (text[item.end] === ']') return { kind: 'seq', items, start, end: item.end + 1 };
    if (text[item.end] !== ',' || text[item.end + 1] !== ' ') return null;
    at = item.end + 2;
  }
}

function readMap(text: string, start: number, end: number, depth: number): MapNode | null {
  const pairs: Pair[] = [];
  let at = start + 1;
  if (text[at] === '}') return { kind: 'map', flow: true, pairs, start, end: at + 1 };
  for (;;) {
    const head = match(KEY, text, at);
    if (head === null) return null;
    const key = head.slice(0, -2);
    if (/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(key) || pairs.some((pair) => pair.key === key))
      return null;
    const value = readFlowValue(text, at + head.length, end, depth + 1);
    if (value === null) return null;
    pairs.push({ key, start: at, end: at + key.length, value });
    if (text[value.end] === '}') return { kind: 'map', flow: true, pairs, start, end: value.end + 1 };
    if (text[value.end] !== ',' || text[value.end + 1] !== ' ') return null;
    at = value.end + 2;
  }
}
