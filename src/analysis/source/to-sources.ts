import type { Source, SourceMention, Statement } from '../model';
import type { Entity, EntityMention } from './entity';
import { plainFold } from './fold';

/** Turns built entities into the public sources, with readable ids, and fills the statements' `sourceId`. */
export function toSources(
  entities: readonly Entity[],
  statements: readonly Statement[],
  speakers: readonly (Entity | null)[],
): { sources: Source[]; statements: Statement[] } {
  const taken = new Set<string>();
  const ids = new Map<Entity, string>();
  const kept = entities.filter((e) => e.mentions.length > 0);
  const mentions = withoutOverlaps(kept);
  const sources: Source[] = [];
  kept.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
  for (const e of kept) {
    const own = mentions.get(e) ?? [];
    if (own.length === 0) continue;
    const id = uniqueId(slug(e.name), taken);
    ids.set(e, id);
    sources.push({
      id,
      name: e.name,
      type: e.type,
      title: e.title,
      ...(e.country === null ? {} : { country: e.country }),
      mentions: own.map(publicMention),
    });
  }
  const resolved = statements.map((s, i): Statement => {
    const entity = speakers[i];
    return { ...s, sourceId: (entity && ids.get(entity)) ?? null };
  });
  return { sources, statements: resolved };
}

function publicMention({ start, end, text, form, title }: EntityMention): SourceMention {
  return { start, end, text, form, title };
}

/** Every mention once, in order, and none over another: names before descriptions, then the earlier and longer. */
function withoutOverlaps(entities: readonly Entity[]): Map<Entity, EntityMention[]> {
  const all = entities.flatMap((e) => e.mentions.map((m) => ({ e, m })));
  const order = (a: { m: EntityMention }, b: { m: EntityMention }): number =>
    a.m.start - b.m.start || b.m.end - a.m.end;
  const names = all.filter((one) => one.m.form === 'name').sort(order);
  const others = all.filter((one) => one.m.form !== 'name').sort(order);
  const kept: { e: Entity; m: EntityMention }[] = [];
  let next = 0;
  const take = (one: { e: Entity; m: EntityMention }): void => {
    if (one.m.start >= (kept.at(-1)?.m.end ?? 0)) kept.push(one);
  };
  for (const one of others) {
    for (let name = names[next]; name && name.m.start <= one.m.start; name = names[++next]) take(name);
    if ((names[next]?.m.start ?? Infinity) >= one.m.end) take(one);
  }
  for (const name of names.slice(next)) take(name);
  const byEntity = new Map<Entity, EntityMention[]>();
  for (const { e, m } of kept) {
    const own = byEntity.get(e);
    if (own) own.push(m);
    else byEntity.set(e, [m]);
  }
  return byEntity;
}

/** A name as an id: `Olena Marchenko-Bilyk` is `olena-marchenko-bilyk`. */
export function slug(name: string): string {
  const parts = name
    .split(/[\s-]+/)
    .map(plainFold)
    .filter((part) => part !== '');
  return parts.join('-').slice(0, 80) || 'source';
}

/** The id itself, or with the first free number behind it. */
export function uniqueId(id: string, taken: Set<string>): string {
  let unique = id;
  for (let n = 2; taken.has(unique); n++) unique = `${id}-${String(n)}`;
  taken.add(unique);
  return unique;
}
