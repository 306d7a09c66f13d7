import type { ProblemList } from './problems';
import type { MapNode, Node, Pair } from './tree';

/**
 * Reads the fields of one map of the file, notes what is wrong with them at its exact place, and goes on with what can be
 * understood: a reviewer's words are shown even where another field is broken.
 */
export class FieldReader {
  private readonly fields: ReadonlyMap<string, Pair>;

  /**
   * @param map the map to read
   * @param id the annotation it belongs to, for the problems
   */
  constructor(
    private readonly map: MapNode,
    private readonly problems: ProblemList,
    private readonly id?: string,
  ) {
    this.fields = new Map(map.pairs.map((pair) => [pair.key, pair]));
  }

  /** Notes fields that are not in `known`; names that start with `x-` are anybody's. */
  allow(known: readonly string[]): void {
    for (const pair of this.map.pairs)
      if (!known.includes(pair.key) && !pair.key.startsWith('x-'))
        this.problems.add('unknown-field', pair, 'Unknown field {0}.', [pair.key], this.id);
  }

  /** Notes a field that is needed and is not there. */
  require(key: string): void {
    if (this.fields.has(key)) return;
    const at = { start: this.map.start, end: Math.min(this.map.start + 1, this.map.end) };
    this.problems.add('missing-field', at, 'The field {0} is missing.', [key], this.id);
  }

  node(key: string): Node | undefined {
    return this.fields.get(key)?.value;
  }

  /** A text field. A plain `012` is read as those characters and reported, for other readers take it for a number. */
  text(key: string, pattern?: RegExp, what?: string): string | undefined {
    const node = this.node(key);
    return node === undefined ? undefined : this.textOf(node, key, pattern, what);
  }

  textOf(node: Node, key: string, pattern?: RegExp, what?: string): string | undefined {
    if (node.kind === 'scalar' && typeof node.value !== 'string' && node.source !== undefined) {
      this.wrongType(node, key, 'text in quotes');
      return node.source;
    }
    if (node.kind !== 'scalar' || typeof node.value !== 'string') {
      this.wrongType(node, key, 'text in quotes');
      return undefined;
    }
    if (pattern !== undefined && !pattern.test(node.value)) {
      this.problems.add('bad-value', node, '{0} must be {1}.', [key, what ?? 'different'], this.id);
      return undefined;
    }
    return node.value;
  }

  /** A list of what `read` understands; absent reads as empty. */
  list<T>(key: string, read: (item: Node) => T | undefined): readonly T[] {
    const node = this.node(key);
    if (node === undefined) return [];
    if (node.kind !== 'seq') {
      this.wrongType(node, key, 'a list');
      return [];
    }
    return node.items.map(read).filter((item) => item !== undefined);
  }

  /** A map field, or undefined. */
  child(key: string): MapNode | undefined {
    const node = this.node(key);
    if (node === undefined) return undefined;
    if (node.kind === 'map') return node;
    this.wrongType(node, key, 'a map');
    return undefined;
  }

  wrongType(node: Node, key: string, what: string): void {
    this.problems.add('bad-type', node, '{0} must be {1}.', [key, what], this.id);
  }

  badValue(node: Node, key: string, what: string): void {
    this.problems.add('bad-value', node, '{0} must be {1}.', [key, what], this.id);
  }
}
