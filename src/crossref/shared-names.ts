import type { Analysis, Source } from '../analysis';
import { ByteReader, ByteWriter } from '../corpus';
import { joinSources } from '../corpus/entities';
import type { Span } from '../text';
import type { Corrections } from './corrections';
import { sourcesApart } from './sources-apart';

/** Where one article of a story names a person or body. */
export interface NamedPlaces {
  /** The article's place in the story. */
  readonly article: number;
  /** The source's place among those of the article's analysis. */
  readonly source: number;
  /** In the order of the text; empty where the article does not give the name. */
  readonly places: readonly Span[];
}

/** Where a source is given by its name, in the order of the text. */
export function namedAt(source: Source): Span[] {
  return source.mentions
    .filter(({ form }) => form === 'name')
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
}

/** The persons and bodies that more than one article of a story names. */
export function sharedNames(
  story: readonly { readonly path: string; readonly analysis: Pick<Analysis, 'sources'> }[],
  corrections: Pick<Corrections, 'aliases' | 'notSame'>,
): NamedPlaces[][] {
  const places = new Map(story.map(({ path }, i) => [path, i]));
  const sourcesOf = (path: string): readonly Source[] | undefined =>
    story[places.get(path) ?? -1]?.analysis.sources;
  const entities = joinSources(
    story.map(({ path, analysis: { sources } }) => ({ path, sources })),
    corrections.aliases.map(([name = '', ...aliases]) => ({ name, aliases })),
    sourcesApart(corrections, sourcesOf),
  );
  return entities
    .all()
    .filter(({ members }) => new Set(members.map(({ path }) => path)).size > 1)
    .map(({ members }) =>
      members.flatMap(({ path, sourceId }): NamedPlaces[] => {
        const sources = sourcesOf(path) ?? [];
        const source = sources.findIndex(({ id }) => id === sourceId);
        const found = sources[source];
        return found === undefined
          ? []
          : [{ article: places.get(path) ?? 0, source, places: namedAt(found) }];
      }),
    );
}

/**
 * Packs {@link sharedNames} so that one group can be read alone: how many articles there are and how long the list of each is; the lists,
 * with each source that is in a group and where its group begins; the groups.
 */
export function packNames(groups: readonly (readonly NamedPlaces[])[]): Uint8Array<ArrayBuffer> {
  const body = new ByteWriter();
  const lists: ByteWriter[] = [];
  let begin = 0;
  for (const group of groups) {
    for (const { article, source } of group) {
      while (lists.length <= article) lists.push(new ByteWriter());
      lists[article]?.varint(source);
      lists[article]?.varint(begin);
    }
    const packed = packGroup(group);
    body.raw(packed);
    begin += packed.length;
  }
  const packed = lists.map((list) => list.finish());
  const out = new ByteWriter();
  out.varint(packed.length);
  for (const { length } of packed) out.varint(length);
  for (const list of packed) out.raw(list);
  out.raw(body.finish());
  return out.finish();
}

function packGroup(group: readonly NamedPlaces[]): Uint8Array {
  const out = new ByteWriter();
  out.varint(group.length);
  for (const { article, source, places } of group) {
    out.varint(article);
    out.varint(source);
    out.varint(places.length);
    let last = 0;
    for (const { start, end } of places) {
      out.varint(start - last);
      out.varint(end - start);
      last = start;
    }
  }
  return out.finish();
}

/**
 * The group of one source of one article, of those that were packed; empty where it is in none.
 * @param article its place in the story
 * @param source its place in the article
 */
export function findNamed(bytes: Uint8Array, article: number, source: number): readonly NamedPlaces[] {
  const input = new ByteReader(bytes);
  const lengths = Array.from({ length: input.count() }, () => input.varint());
  const lists = input.rest();
  const from = sum(lengths.slice(0, article));
  const list = new ByteReader(lists.subarray(from, from + (lengths[article] ?? 0)));
  while (!list.ended) {
    const [own, begin] = [list.varint(), list.varint()];
    if (own === source) return readGroup(new ByteReader(lists.subarray(sum(lengths) + begin)));
  }
  return [];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function readGroup(input: ByteReader): NamedPlaces[] {
  return Array.from({ length: input.count() }, () => {
    const [article, source] = [input.varint(), input.varint()];
    let start = 0;
    const places = Array.from({ length: input.count() }, () => {
      start += input.varint();
      return { start, end: start + input.varint() };
    });
    return { article, source, places };
  });
}
