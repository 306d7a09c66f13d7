import { byCodeUnit, SELECTOR_FIELDS } from './fields';
import { larger, mapOf, mergeRecords, mergeSets, provisional, textOf, threeWay } from './merge-rules';
import type { Outcome, Side } from './merge-rules';
import { isMap, sameValue } from './tree';
import type { Value, ValueMap } from './tree';

/** Something that two sides changed differently. Both values are in the merged file, under `conflicts`. */
export interface MergeConflict {
  /** The annotation; null for the file's own fields. */
  readonly id: string | null;
  readonly replyId: string | null;
  /** A field, `anchor` for the selector, or `removed` where one side removed what the other changed. */
  readonly field: string;
  /** What either side says, sorted; '' where the field is left out. */
  readonly values: readonly string[];
}

/** What is being merged: the file, an annotation, or a reply. */
interface Owner {
  readonly id: string | null;
  readonly replyId: string | null;
}

/**
 * Three-way merge of whole files by meaning: annotations by id, their fields by name, replies by id, tags and links as sets, the
 * selector as one. The result does not depend on which side is called ours.
 */
export class ValueMerge {
  readonly conflicts: MergeConflict[] = [];

  roots(base: ValueMap, ours: ValueMap, theirs: ValueMap): ValueMap {
    return this.fields({ id: null, replyId: null }, base, ours, theirs);
  }

  /** Annotations, or the replies of the annotation `parent`. */
  private entries(parent: string | null, base: ValueMap, ours: ValueMap, theirs: ValueMap): ValueMap {
    const result = new Map<string, Value>();
    for (const key of [...new Set([...ours.keys(), ...theirs.keys()])].sort(byCodeUnit)) {
      const owner = parent === null ? { id: key, replyId: null } : { id: parent, replyId: key };
      const [b, o, t] = [base.get(key), ours.get(key), theirs.get(key)];
      const value = isMap(o) && isMap(t) ? this.fields(owner, mapOf(b), o, t) : this.oneSided(owner, b, o, t);
      if (value !== undefined) result.set(key, value);
    }
    return result;
  }

  /** New on one side, removed on one side, or removed here and changed there: then it stays, marked. */
  private oneSided(owner: Owner, base: Side, ours: Side, theirs: Side): Side {
    const kept = ours ?? theirs;
    if (base === undefined) return kept;
    if (!isMap(kept) || sameValue(base, kept)) return undefined;
    const record = this.report(owner, 'removed', ['changed', 'removed']);
    return new Map(kept).set('conflicts', new Map(mapOf(kept.get('conflicts'))).set('removed', record));
  }

  private fields(owner: Owner, base: ValueMap, ours: ValueMap, theirs: ValueMap): ValueMap {
    const result = new Map<string, Value>();
    const records = new Map<string, readonly string[]>();
    const [b, o, t] = [grouped(base, owner), grouped(ours, owner), grouped(theirs, owner)];
    for (const key of new Set([...o.keys(), ...t.keys()])) {
      if (key === 'conflicts') continue;
      const [mine, other] = [o.get(key), t.get(key)];
      const { value, conflict } = this.field(owner, key, b.get(key), mine, other);
      const chosen = conflict ? provisional(key, mine, other) : value;
      if (conflict) records.set(key, this.report(owner, key, [textOf(mine), textOf(other)]));
      if (chosen === undefined) continue;
      if (key === ANCHOR) for (const [name, part] of mapOf(chosen)) result.set(name, part);
      else result.set(key, chosen);
    }
    const open = mergeRecords(conflictsIn(b), conflictsIn(o), conflictsIn(t), records);
    if (open.size > 0) result.set('conflicts', open);
    return result;
  }

  private field(owner: Owner, key: string, base: Side, ours: Side, theirs: Side): Outcome {
    if (owner.id === null) {
      if (key === 'version') return larger(ours, theirs);
      if (key !== 'annotations') return threeWay(base, ours, theirs);
      return { value: this.entries(null, mapOf(base), mapOf(ours), mapOf(theirs)), conflict: false };
    }
    if (key === 'replies' && owner.replyId === null) {
      const replies = this.entries(owner.id, mapOf(base), mapOf(ours), mapOf(theirs));
      return { value: replies.size === 0 ? undefined : replies, conflict: false };
    }
    if (key === 'tags' || key === 'sees') return mergeSets(base, ours, theirs);
    return key === 'edited' ? larger(ours, theirs) : threeWay(base, ours, theirs);
  }

  private report(owner: Owner, field: string, values: readonly string[]): readonly string[] {
    const sorted = [...new Set(values)].sort(byCodeUnit);
    this.conflicts.push({ ...owner, field, values: sorted });
    return sorted;
  }
}

/** The name under which a selector's fields are merged as one: the quote of one side at the place of the other is nobody's. */
const ANCHOR = 'anchor';

function grouped(entry: ValueMap, owner: Owner): ValueMap {
  if (owner.id === null || owner.replyId !== null) return entry;
  const fields = SELECTOR_FIELDS.filter((field) => entry.has(field));
  if (fields.length === 0) return entry;
  const selector = new Map(fields.map((field): [string, Value] => [field, entry.get(field) ?? null]));
  const rest = [...entry].filter(([key]) => !SELECTOR_FIELDS.includes(key));
  return new Map<string, Value>([[ANCHOR, selector], ...rest]);
}

function conflictsIn(entry: ValueMap): ValueMap {
  return mapOf(entry.get('conflicts'));
}
