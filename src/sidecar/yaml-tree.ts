import { isAlias, isMap, isScalar, isSeq, parseDocument, Scalar } from 'yaml';
import type { Document, ParsedNode, YAMLMap } from 'yaml';
import type { Span } from '../text';
import type { MapNode, Node, Pair } from './tree';
import type { ProblemList } from './problems';

/** Deeper files are refused: a sidecar needs five levels, and readers of YAML recurse. */
const MAX_DEPTH = 32;

/**
 * Reads any YAML text through the `yaml` package into our tree. Aliases are refused, tags are not acted on, keys that appear twice
 * are found in one pass (the package compares every pair of keys).
 * @returns null where there is nothing to read
 */
export function readYamlTree(text: string, problems: ProblemList): Node | null {
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      schema: 'core',
      resolveKnownTags: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
    });
  } catch (error) {
    const reason = error instanceof RangeError ? 'it is nested too deeply' : String(error);
    problems.add('syntax', { start: 0, end: 0 }, 'This file cannot be read: {0}.', [reason]);
    return null;
  }
  for (const error of document.errors)
    problems.add('syntax', spanOf(error.pos), 'YAML: {0}', [oneLine(error.message)]);
  for (const warning of document.warnings)
    problems.add('tag', spanOf(warning.pos), 'YAML: {0}', [oneLine(warning.message)]);
  return document.contents === null ? null : convert(document.contents, problems, 0);
}

function spanOf([start, end]: readonly [number, number]): Span {
  return { start, end: Math.max(start, end) };
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').slice(0, 300);
}

function convert(node: ParsedNode, problems: ProblemList, depth: number): Node {
  const span = { start: node.range[0], end: node.range[1] };
  const empty: Node = { kind: 'scalar', value: null, ...span };
  if (depth > MAX_DEPTH) {
    problems.add('syntax', span, 'This file cannot be read: {0}.', ['it is nested too deeply']);
    return empty;
  }
  if (isAlias(node)) {
    problems.add('alias', span, 'Aliases (*name) are not allowed here.');
    return empty;
  }
  if (isScalar(node)) return convertScalar(node, span);
  if (isSeq<ParsedNode>(node))
    return { kind: 'seq', items: node.items.map((item) => convert(item, problems, depth + 1)), ...span };
  return isMap(node) ? convertMap(node, span, problems, depth) : empty;
}

function convertScalar(node: Scalar, span: Span): Node {
  const { value } = node;
  const plain = node.type === Scalar.PLAIN && node.source !== undefined ? { source: node.source } : {};
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'scalar', value: known ? value : null, ...plain, ...span };
}

function convertMap(
  node: YAMLMap<ParsedNode, ParsedNode | null>,
  span: Span,
  problems: ProblemList,
  depth: number,
): MapNode {
  const seen = new Set<string>();
  const pairs: Pair[] = [];
  for (const { key, value } of node.items) {
    const keySpan = { start: key.range[0], end: key.range[1] };
    if (!isScalar(key)) {
      problems.add('not-a-map', keySpan, 'A key must be a word.');
      continue;
    }
    const name = key.type === Scalar.PLAIN ? key.source : String(key.value);
    if (seen.has(name))
      problems.add(depth === 1 ? 'duplicate-id' : 'duplicate-key', keySpan, 'Key {0} is there twice.', [
        name,
      ]);
    seen.add(name);
    const missing: Node = { kind: 'scalar', value: null, start: keySpan.end, end: keySpan.end };
    pairs.push({
      key: name,
      ...keySpan,
      value: value === null ? missing : convert(value, problems, depth + 1),
    });
  }
  return { kind: 'map', flow: node.flow === true, pairs, ...span };
}
