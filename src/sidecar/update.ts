import { ANNOTATION_FIELDS, byCodeUnit, REPLY_FIELDS, ROOT_FIELDS } from './fields';
import { inline, pairText, quoted } from './scalar';
import {
  blockEnd,
  colonEnd,
  columnOf,
  contentEnd,
  eolOf,
  hasBlankLines,
  lineEnd,
  lineStart,
  pairEnd,
  removalOf,
  startWithComments,
} from './splice';
import type { Splice } from './splice';
import { isMap, sameValue, valueOf } from './tree';
import type { MapNode, Pair, Value, ValueMap } from './tree';

/** What the keys of a map are: it decides where new ones go and what stands between them. */
type Keys = 'root' | 'annotations' | 'annotation' | 'replies' | 'reply' | 'other';

const FIELDS_OF: Partial<Record<Keys, readonly string[]>> = {
  root: ROOT_FIELDS,
  annotation: ANNOTATION_FIELDS,
  reply: REPLY_FIELDS,
};

function childKeys(keys: Keys, key: string): Keys {
  if (keys === 'root' && key === 'annotations') return 'annotations';
  if (keys === 'annotations') return 'annotation';
  if (keys === 'annotation' && key === 'replies') return 'replies';
  return keys === 'replies' ? 'reply' : 'other';
}

/** Finds the fewest replacements that make a sidecar's tree say `target`, leaving everything else as it is. */
export class Updater {
  readonly splices: Splice[] = [];
  private readonly eol: string;
  private step = 2;

  /**
   * @param text the file
   * @param blocks whole entries to put in as they are written elsewhere, by annotation id, without indentation before the key
   */
  constructor(
    private readonly text: string,
    private readonly blocks: ReadonlyMap<string, string> = new Map(),
  ) {
    this.eol = eolOf(text);
  }

  root(map: MapNode, target: ValueMap): void {
    const entries = map.pairs.find((pair) => pair.key === 'annotations')?.value;
    const first = entries?.kind === 'map' && !entries.flow ? entries.pairs[0] : undefined;
    if (first !== undefined) this.step = Math.max(1, columnOf(this.text, first.start));
    this.map(map, target, 'root');
  }

  private map(map: MapNode, target: ValueMap, keys: Keys): void {
    const kept = map.pairs.filter((pair) => target.has(pair.key));
    for (const pair of kept) this.value(map, pair, target.get(pair.key) ?? null, keys);
    const known = new Set(map.pairs.map((pair) => pair.key));
    const added = [...target].filter(([key]) => !known.has(key));
    if (kept.length < map.pairs.length) this.remove(map, kept, added.length > 0);
    if (added.length > 0) this.insert(map, kept, added, keys);
  }

  private value(map: MapNode, pair: Pair, value: Value, keys: Keys): void {
    const { value: node } = pair;
    if (sameValue(valueOf(node), value)) return;
    const block = keys === 'annotations' && !map.flow ? this.blocks.get(pair.key) : undefined;
    if (block !== undefined) {
      this.splices.push({ start: pair.start, end: blockEnd(this.text, pair), text: block });
      return;
    }
    if (node.kind === 'map' && isMap(value) && (node.pairs.length > 0 || node.flow)) {
      const survives = node.pairs.some((child) => value.has(child.key));
      if (survives || (node.flow && value.size > 0 && node.pairs.length > 0)) {
        this.map(node, value, childKeys(keys, pair.key));
        return;
      }
    }
    if (map.flow) this.replaceInFlow(pair, value);
    else this.replaceInBlock(pair, value);
  }

  private replaceInFlow(pair: Pair, value: Value): void {
    const colon = colonEnd(this.text, pair);
    const start = Math.max(pair.value.start, colon);
    const lead = colon === pair.end ? ': ' : start === colon ? ' ' : '';
    this.splices.push({ start, end: Math.max(start, pair.value.end), text: lead + inline(value) });
  }

  private replaceInBlock(pair: Pair, value: Value): void {
    const { text } = this;
    const colon = colonEnd(text, pair);
    const end = pairEnd(text, pair);
    if (isMap(value) && value.size === 0) {
      this.emptyMap(pair, colon);
      return;
    }
    const comment = text.slice(end, lineEnd(text, end)).trim();
    const header = text.slice(colon, lineEnd(text, colon));
    const block = /^\s*[|>][-+0-9]*\s+(#.*)$/.exec(header);
    if (typeof value === 'string' && (comment !== '' || block !== null)) {
      const after = block === null ? '' : ` ${block[1] ?? ''}`;
      this.splices.push({ start: colon, end, text: ` ${quoted(value)}${after}` });
      return;
    }
    const layout = { indent: columnOf(text, pair.start), step: this.step, eol: this.eol };
    const written = pairText(pair.key, value, layout);
    const lead = written.slice(written.indexOf(':') + 1);
    if (lead.startsWith(this.eol) && comment !== '') {
      this.splices.push({ start: colon, end, text: '' }, insertion(lineEnd(text, end), lead));
    } else this.splices.push({ start: colon, end, text: lead });
  }

  /** Writes `{}` after the colon and takes the entries away, but no comment between them. */
  private emptyMap(pair: Pair, colon: number): void {
    this.splices.push(insertion(colon, ' {}'));
    const { value } = pair;
    if (value.kind === 'map' && !value.flow) this.remove(value, [], false);
    else this.splices.push({ start: colon, end: contentEnd(this.text, value, colon), text: '' });
  }

  private remove(map: MapNode, kept: readonly Pair[], more: boolean): void {
    const { pairs } = map;
    const staying = new Set(kept);
    for (let i = 0; i < pairs.length; i++) {
      let j = i;
      while (j < pairs.length && !staying.has(at(pairs, j))) j++;
      if (j === i) continue;
      if (map.flow) this.splices.push({ ...flowRun(this.text, pairs, i, j), text: '' });
      else
        for (let k = i; k < j; k++) {
          const isLast = j === pairs.length && !(more && kept.length === 0);
          this.splices.push({ ...removalOf(this.text, at(pairs, k), isLast), text: '' });
        }
      i = j;
    }
  }

  private insert(
    map: MapNode,
    kept: readonly Pair[],
    added: readonly (readonly [string, Value])[],
    keys: Keys,
  ): void {
    const rank = ranking(keys);
    const inOrder = kept.every((pair, i) => i === 0 || rank(at(kept, i - 1).key, pair.key) <= 0);
    for (const [key, value] of [...added].sort(([a], [b]) => rank(a, b))) {
      const before = kept.filter((pair) => rank(pair.key, key) < 0);
      const after = inOrder || FIELDS_OF[keys] !== undefined ? before.at(-1) : kept.at(-1);
      if (map.flow) this.insertInFlow(map, kept, after, key, value);
      else this.insertInBlock(map, kept, after, key, value, keys);
    }
  }

  private insertInFlow(
    map: MapNode,
    kept: readonly Pair[],
    after: Pair | undefined,
    key: string,
    value: Value,
  ): void {
    const text = inline(new Map([[key, value]])).slice(1, -1);
    const [first] = kept;
    if (after !== undefined) this.splices.push(insertion(flowEnd(this.text, after), `, ${text}`));
    else if (first !== undefined) this.splices.push(insertion(first.start, `${text}, `));
    else this.splices.push(insertion(map.start + 1, text));
  }

  private insertInBlock(
    map: MapNode,
    kept: readonly Pair[],
    after: Pair | undefined,
    key: string,
    value: Value,
    keys: Keys,
  ): void {
    const { text, eol } = this;
    const indent = columnOf(text, at(map.pairs, 0).start);
    const gap = keys === 'annotations' && hasBlankLines(text, map) ? eol : '';
    const raw = keys === 'annotations' ? this.blocks.get(key) : undefined;
    const written = ' '.repeat(indent) + (raw ?? pairText(key, value, { indent, step: this.step, eol }));
    const [first] = kept;
    if (after !== undefined) this.splices.push(insertion(blockEnd(text, after), eol + gap + written));
    else if (first !== undefined)
      this.splices.push(insertion(startWithComments(text, first), written + eol + gap));
    else this.splices.push(insertion(lineStart(text, at(map.pairs, 0).start), written + eol));
  }
}

function insertion(offset: number, text: string): Splice {
  return { start: offset, end: offset, text };
}

/** Fields go in their order, others after them; ids in the order of their code units. */
function ranking(keys: Keys): (a: string, b: string) => number {
  const fields = FIELDS_OF[keys];
  if (fields === undefined) return byCodeUnit;
  const place = (key: string): number => (fields.includes(key) ? fields.indexOf(key) : fields.length);
  return (a, b) => place(a) - place(b);
}

/** The text of pairs i to j-1 in a flow map, with one comma beside them. */
function flowRun(text: string, pairs: readonly Pair[], i: number, j: number): { start: number; end: number } {
  const [next, previous] = [pairs[j], pairs[i - 1]];
  if (next !== undefined) return { start: at(pairs, i).start, end: next.start };
  const end = flowEnd(text, at(pairs, j - 1));
  return { start: previous === undefined ? at(pairs, i).start : flowEnd(text, previous), end };
}

function flowEnd(text: string, pair: Pair): number {
  return Math.max(pair.value.end, colonEnd(text, pair));
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`);
  return item;
}
