import { readFlowValue } from './plain-value';
import type { MapNode, Node, Pair } from './tree';

/**
 * Reads a sidecar in the style that we write, a hundred times as fast as a reader of all YAML: block maps with plain keys, strings in
 * double quotes, whole numbers, bracketed lists, literal blocks, comments. Whatever else there is, this reader gives up.
 * @returns the tree that {@link readYamlTree} would give, or null
 */
export function readPlainTree(text: string): MapNode | null {
  const reader = new PlainReader(text);
  return reader.read();
}

/** A map being read. `open` is its last key if nothing stood behind the colon: a deeper map may follow. */
interface Level {
  readonly indent: number;
  readonly pairs: Pair[];
  readonly keys: Set<string>;
  readonly start: number;
  open: boolean;
}

const KEY_LINE = /^( *)([A-Za-z][A-Za-z0-9_-]*):(?: +|$)/;
/** Words that YAML readers disagree on. */
const AMBIGUOUS_KEY = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const BLOCK_HEADER = /^\|(-?) *$/;
/** Nothing, or a comment. */
const REST = /^ *(?: #.*)?$/;

class PlainReader {
  private readonly levels: Level[] = [];
  /** Start of the line that is read next. */
  private next = 0;
  private lineStart = 0;

  constructor(private readonly text: string) {}

  read(): MapNode | null {
    for (let line = this.take(); line !== null; line = this.take()) {
      if (line === '...') return this.isBlankFrom(this.next) ? this.finish() : null;
      // Only spaces count as white space here, as in YAML.
      if (!/^ *(?:#|$)/.test(line) && !this.keyLine(line)) return null;
    }
    return this.finish();
  }

  /** The next line without its end, or null at the end of the text. */
  private take(): string | null {
    if (this.next >= this.text.length) return null;
    this.lineStart = this.next;
    const end = this.text.indexOf('\n', this.next);
    this.next = end === -1 ? this.text.length : end + 1;
    const line = this.text.slice(this.lineStart, end === -1 ? this.text.length : end);
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  }

  private isBlankFrom(offset: number): boolean {
    return /^[ \r\n]*$/.test(this.text.slice(offset));
  }

  private keyLine(line: string): boolean {
    const match = KEY_LINE.exec(line);
    const [head = '', spaces = '', key = ''] = match ?? [];
    if (match === null || AMBIGUOUS_KEY.test(key)) return false;
    const level = this.levelFor(spaces.length);
    if (level === null || level.keys.has(key)) return false;
    level.keys.add(key);
    const start = this.lineStart + spaces.length;
    const end = start + key.length;
    const value = this.value(line, head.length, spaces.length, end);
    if (value === null) return false;
    level.open = value.kind === 'scalar' && value.start === value.end;
    level.pairs.push({ key, start, end, value });
    return true;
  }

  /** The map that a key of this column belongs to. */
  private levelFor(indent: number): Level | null {
    const top = this.levels.at(-1);
    if (top === undefined || (indent > top.indent && top.open)) {
      if (top === undefined && indent > 0) return null;
      const start = this.lineStart + indent;
      const level = { indent, pairs: [], keys: new Set<string>(), start, open: false };
      this.levels.push(level);
      return level;
    }
    while ((this.levels.at(-1)?.indent ?? -1) > indent) this.close();
    const level = this.levels.at(-1);
    return level?.indent === indent ? level : null;
  }

  /** Hangs the innermost map under the key that it follows. */
  private close(): void {
    const level = this.levels.pop();
    const parent = this.levels.at(-1);
    const last = parent?.pairs.pop();
    if (level === undefined || parent === undefined || last === undefined) return;
    parent.pairs.push({ ...last, value: mapOf(level) });
    parent.open = false;
  }

  private finish(): MapNode | null {
    while (this.levels.length > 1) this.close();
    const [root] = this.levels;
    return root === undefined ? null : mapOf(root);
  }

  /** What stands behind a colon; an empty node where nothing does. */
  private value(line: string, column: number, indent: number, keyEnd: number): Node | null {
    const rest = line.slice(column);
    if (rest === '' || rest.startsWith('#'))
      return { kind: 'scalar', value: null, start: keyEnd + 1, end: keyEnd + 1 };
    const block = BLOCK_HEADER.exec(rest);
    if (block !== null) return this.block(this.lineStart + column, indent, block[1] === '-');
    const value = readFlowValue(this.text, this.lineStart + column, this.lineStart + line.length);
    const after = value === null ? '' : line.slice(value.end - this.lineStart);
    return value !== null && REST.test(after) ? value : null;
  }

  /** A literal block: the lines that follow and are deeper than the key. */
  private block(start: number, indent: number, strip: boolean): Node | null {
    const lines: string[] = [];
    let depth = -1;
    let end = this.next;
    for (;;) {
      const before = this.next;
      const line = this.take();
      const column = line === null ? 0 : (/^ */.exec(line)?.[0].length ?? 0);
      const isBlank = line?.length === column;
      if (depth < 0 && !isBlank) depth = column;
      if (line === null || (!isBlank && column < depth) || depth <= indent) {
        this.next = before;
        break;
      }
      // White space on blank lines may or may not belong to the text.
      if (isBlank && line.length > 0) return null;
      lines.push(line.slice(depth));
      if (!isBlank) end = this.next;
    }
    while (lines.at(-1) === '') lines.pop();
    if (lines.length === 0 || lines.some((line) => line.includes('\t') || line.includes('\r'))) return null;
    return { kind: 'scalar', value: lines.join('\n') + (strip ? '' : '\n'), start, end };
  }
}

function mapOf({ pairs, start }: Level): MapNode {
  const last = pairs.at(-1);
  return { kind: 'map', flow: false, pairs, start, end: last?.value.end ?? start };
}
