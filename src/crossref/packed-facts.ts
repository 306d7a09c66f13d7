import { ByteReader, ByteWriter, pack, unpack } from '../corpus';
import type { Fact } from './model';

/** The text of an article, for the words of facts. */
export type SourceOf = (path: string) => string;

/**
 * Packs the facts of a story one by one, so that those of one article can be read alone; their words stand in the articles. First the
 * articles' paths; then for each fact the places of its articles among them and its length; then the facts.
 */
export function packFacts(facts: readonly Fact[], sourceOf: SourceOf): Uint8Array<ArrayBuffer> {
  const paths = [...new Set(facts.flatMap((fact) => fact.mentions.map((m) => m.path)))];
  const placeOf = new Map(paths.map((path, i) => [path, i]));
  const packed = facts.map((fact) => pack(fact, wordsIn(sourceOf), paths));
  const out = new ByteWriter();
  out.varint(paths.length);
  for (const path of paths) out.text(path);
  out.varint(facts.length);
  facts.forEach((fact, i) => {
    const own = new Set(fact.mentions.map((m) => placeOf.get(m.path) ?? 0));
    out.varint(own.size);
    for (const place of own) out.varint(place);
    out.varint(packed[i]?.length ?? 0);
  });
  for (const bytes of packed) out.raw(bytes);
  return out.finish();
}

/**
 * Reads packed facts again, in their order.
 * @param only the path of an article, where only the facts with a mention in it are wanted
 */
export function unpackFacts(bytes: Uint8Array, sourceOf: SourceOf, only: string | null): readonly Fact[] {
  const input = new ByteReader(bytes);
  const paths = Array.from({ length: input.count() }, () => input.text());
  const place = only === null ? -1 : paths.indexOf(only);
  const lengths: number[] = [];
  const wanted: boolean[] = [];
  for (let rest = input.count(); rest > 0; rest--) {
    let holds = only === null;
    for (let own = input.count(); own > 0; own--) if (input.varint() === place) holds = true;
    wanted.push(holds);
    lengths.push(input.varint());
  }
  const body = input.rest();
  const facts: Fact[] = [];
  let at = 0;
  lengths.forEach((length, i) => {
    const fact =
      wanted[i] === true ? unpack(body.subarray(at, at + length), wordsIn(sourceOf), paths) : undefined;
    if (isFact(fact)) facts.push(fact);
    at += length;
  });
  return facts;
}

function wordsIn(sourceOf: SourceOf): (path: string | undefined) => string {
  return (path) => (path === undefined ? '' : sourceOf(path));
}

/** Only packed facts are ever unpacked; this says so to the type checker. */
function isFact(value: unknown): value is Fact {
  return typeof value === 'object' && value !== null && 'mentions' in value;
}
