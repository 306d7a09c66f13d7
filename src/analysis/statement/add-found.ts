import type { TokenRange } from './cue-window';
import type { TaggedStatement } from './statement-tagger';

/**
 * Joins what rules found with what the tagger found, in the order of the cues. Where their cues meet, the tagger's statement stays if it is
 * whole, with the longer cue; else the rule's one takes its place.
 */
export function addFound(
  tagged: readonly TaggedStatement[],
  found: readonly TaggedStatement[],
): readonly TaggedStatement[] {
  if (found.length === 0) return tagged;
  const out: TaggedStatement[] = [];
  let next = 0;
  for (const rule of found) {
    for (; next < tagged.length && isBefore(tagged[next], rule); next++) push(out, tagged[next]);
    const known = tagged[next];
    if (known === undefined || known.cue.first >= rule.cue.end) out.push(rule);
    else {
      const one = joined(known, rule);
      out.push(one);
      do next++;
      while ((tagged[next]?.cue.first ?? Infinity) < one.cue.end);
    }
  }
  for (; next < tagged.length; next++) push(out, tagged[next]);
  return out;
}

function isBefore(s: TaggedStatement | undefined, rule: TaggedStatement): boolean {
  return s !== undefined && s.cue.end <= rule.cue.first;
}

function push(out: TaggedStatement[], s: TaggedStatement | undefined): void {
  if (s !== undefined) out.push(s);
}

/** The rule's range where it begins as the tagger's does and ends before it: rules know where a subordinate clause ends. */
function shorter(range: TokenRange, others: readonly TokenRange[]): TokenRange {
  return others.find((other) => other.first === range.first && other.end < range.end) ?? range;
}

function joined(known: TaggedStatement, rule: TaggedStatement): TaggedStatement {
  const behind = known.content.filter((c) => c.first >= known.cue.end);
  if (rule.source !== null && behind.some((c) => overlaps(c, rule.source))) return rule;
  if (rule.source !== null && known.source === null && known.content.some((c) => overlaps(c, rule.source)))
    return rule;
  if (rule.content.length > 1 && known.content.length < rule.content.length) return rule;
  if ([known.source, ...known.content].some((range) => overlaps(rule.cue, range))) return rule;
  if (behind.length === 0)
    return rule.content.some((c) => overlaps(c, known.source))
      ? rule
      : { ...rule, source: known.source ?? rule.source };
  const cue = { first: Math.min(known.cue.first, rule.cue.first), end: known.cue.end };
  const apart = (range: TokenRange): boolean => range.end <= cue.first || range.first >= cue.end;
  const source = known.source !== null && apart(known.source) ? known.source : rule.source;
  return { cue, source, content: known.content.filter(apart).map((c) => shorter(c, rule.content)) };
}

function overlaps(a: TokenRange, b: TokenRange | null): boolean {
  return b !== null && a.first < b.end && b.first < a.end;
}
