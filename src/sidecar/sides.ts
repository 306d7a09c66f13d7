import type { AnnotationSet } from '../annotation';
import { mergeSidecars } from './merge';
import { parseSidecar } from './parse';

/** A line that git leaves where it could not merge: seven of one character, then a space and words or nothing. */
const MARK = /^([<|=>])\1{6}(?![^ \r\n])/;

/** The sides that the lines after each mark belong to. */
const SIDES: Readonly<Record<string, readonly Side[]>> = {
  '<': ['ours'],
  '|': ['base'],
  '=': ['theirs'],
  '>': ['base', 'ours', 'theirs'],
};

type Side = 'base' | 'ours' | 'theirs';

/**
 * What both sides of a sidecar hold that git left in conflict, merged by meaning, for showing until the file is merged; null where
 * neither side can be read. Where git did not write the common version between the sides, none is known: what only one side has is
 * kept, and what both have differently is in conflict. Never throws; near-linear.
 */
export function readBothSides(text: string): AnnotationSet | null {
  const { base, ours, theirs } = splitSides(text);
  const merge = mergeSidecars(base, ours, theirs);
  const candidates = merge.ok ? [merge.text] : [ours, theirs];
  for (const candidate of candidates) {
    const { set, writable } = parseSidecar(candidate);
    if (writable) return set;
  }
  return null;
}

/** The texts that git could not merge, as far as its marks tell; `base` is '' where they don't. */
function splitSides(text: string): Record<Side, string> {
  const sides: Record<Side, string[]> = { base: [], ours: [], theirs: [] };
  let now = SIDES['>'] ?? [];
  let knowsBase = false;
  for (const line of text.split(/(?<=\n)/)) {
    const mark = MARK.exec(line)?.[1];
    if (mark === undefined) for (const side of now) sides[side].push(line);
    else now = SIDES[mark] ?? now;
    if (mark === '|') knowsBase = true;
  }
  return {
    base: knowsBase ? sides.base.join('') : '',
    ours: sides.ours.join(''),
    theirs: sides.theirs.join(''),
  };
}
