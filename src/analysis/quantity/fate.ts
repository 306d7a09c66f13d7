import type { Atoms } from './atoms';
import type { Draft } from './draft';
import { FATES, Role } from './lexicon';

/** How far a fate's verb may stand from the number, in atoms. */
const REACH = 8;

/** Words behind which another clause or actor starts, after the number and before it. */
const ENDS_AFTER = new Set(['and', 'who', 'after', 'but', 'in', 'from', 'by', 'to', 'when']);
const ENDS_BEFORE = new Set(['by', 'that', 'when']);

/**
 * What happened to those counted, in one word: "killing 21 people", "18 people were killed", "injured 130", "the death toll
 * rose to 24". Null where the words around say nothing of it.
 */
export function fateOf(a: Atoms, d: Draft): string | null {
  return fateAfter(a, d) ?? fateBefore(a, d);
}

function fateAt(a: Atoms, i: number): string | null {
  return (a.entry(i).role & Role.Toll) !== 0 ? (FATES.get(a.entry(i).word) ?? null) : null;
}

/** In the thing itself ("18 dead") or after it, over auxiliaries and a prepositional phrase ("18 people were killed"). */
function fateAfter(a: Atoms, d: Draft): string | null {
  const end = d.thing?.end ?? 0;
  let past = 0;
  for (let i = d.next; i < a.count && past < 6; i++) {
    if (!a.follows(i) || a.is(i, '.') || a.is(i, ';') || a.isDigits(i) || a.entry(i).cardinal > 0)
      return null;
    const fate = fateAt(a, i);
    // "seven polls released this month": published, not freed.
    if (fate === 'freed' && a.isWord(i + 1) && !/^(?:was|were|been|be)$/.test(a.lex(i - 1))) return null;
    if (fate !== null) return fate;
    if ((a.start[i] ?? 0) < end) continue;
    if (a.is(i, ',') || ENDS_AFTER.has(a.entry(i).word)) return null;
    past++;
  }
  return null;
}

/** Before it: "killed at least 18", "injuring nine", "death toll … 24"; a number or a stop between them ends the search. */
function fateBefore(a: Atoms, d: Draft): string | null {
  for (let i = d.first - 1; i >= 0 && i >= d.first - REACH; i--) {
    if (!a.follows(i + 1) || a.is(i, '.') || a.is(i, ';') || a.isDigits(i) || a.entry(i).cardinal > 1)
      return null;
    if (a.entry(i).word === 'toll') return 'killed';
    const fate = fateAt(a, i);
    if (fate !== null) return (a.entry(i).role & Role.Fate) !== 0 && i >= d.first - 5 ? fate : null;
    if (a.is(i, ',') || ENDS_BEFORE.has(a.entry(i).word)) return null;
  }
  return null;
}
