import type { TokenRange } from './cue-window';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';
import type { WordColumns } from './word-columns';

/** How many neighbouring statements on each side may hold a statement in their contents. */
const NEIGHBOURS = 6;

/**
 * Leaves out what is said inside another statement's content ("he said that she believes …"): the outer speaker answers for it.
 * Where two hold each other, the earlier one stays.
 */
export function withoutInner(
  words: SentenceWords,
  tagged: readonly TaggedStatement[],
): readonly TaggedStatement[] {
  const holds = (outer: TaggedStatement, { cue }: TaggedStatement): boolean =>
    outer.content.some((c) => c.first <= cue.first && cue.end <= c.end);
  const forward: TaggedStatement[] = [];
  for (const s of tagged) {
    const outer = forward.slice(-NEIGHBOURS).findIndex((other) => holds(other, s));
    if (outer < 0) forward.push(s);
    else if (cutBefore(words, forward, Math.max(0, forward.length - NEIGHBOURS) + outer, s)) forward.push(s);
  }
  const kept: TaggedStatement[] = [];
  for (const s of forward.reverse())
    if (!kept.slice(-NEIGHBOURS).some((outer) => holds(outer, s))) kept.push(s);
  return kept.reverse();
}

/** "said the bridge was safe and promised to …": a second verb of the same speaker ends the first one's content. */
function cutBefore(
  words: SentenceWords,
  statements: TaggedStatement[],
  outer: number,
  inner: TaggedStatement,
): boolean {
  const s = statements[outer];
  if (s === undefined) return false;
  if (s.source !== inner.source || !/^(?:and|but)$/.test(words.lower(inner.cue.first - 1))) return false;
  if (words.isQuoted(inner.cue.first) || inner.content.every((c) => c.first < inner.cue.end)) return false;
  const joint = words.isComma(inner.cue.first - 2) ? inner.cue.first - 2 : inner.cue.first - 1;
  const content = s.content
    .map((c) => (c.first < joint && joint < c.end ? { first: c.first, end: joint } : c))
    .filter((c) => c.end <= joint);
  if (content.length === 0 || s.cue.first > joint) return false;
  statements[outer] = { ...s, content };
  return true;
}

/** Takes from a statement what stands in another sentence than its cue and is content of a statement there. */
export function withoutClaimed(columns: WordColumns, tagged: readonly TaggedStatement[]): TaggedStatement[] {
  const claimed = new Uint8Array(columns.count);
  const atHome = (s: TaggedStatement, c: TokenRange): boolean =>
    columns.sentence[c.first] === columns.sentence[s.cue.first] ||
    columns.sentence[c.end - 1] === columns.sentence[s.cue.first];
  for (const s of tagged) for (const c of s.content) if (atHome(s, c)) claimed.fill(1, c.first, c.end);
  return tagged.map((s) => ({
    ...s,
    content: s.content.filter((c) => atHome(s, c) || !claimed.subarray(c.first, c.end).includes(1)),
  }));
}
