import { ByteReader, ByteWriter, NotPacked } from './pack/bytes';
import type { ArticleRecord } from './record';

/** Records by the keys of their texts. */
export type KeyedRecord = readonly [key: string, record: ArticleRecord];

/** Packs records with a list of their terms, each spelled out once. */
export function packRecords(records: readonly KeyedRecord[]): Uint8Array<ArrayBuffer> {
  const numbers = new Map<string, number>();
  for (const [, { terms }] of records)
    for (const term of terms.terms) if (!numbers.has(term)) numbers.set(term, numbers.size);
  const out = new ByteWriter();
  out.varint(numbers.size);
  for (const term of numbers.keys()) out.text(term);
  out.varint(records.length);
  for (const [key, record] of records) writeRecord(out, key, record, numbers);
  return out.finish();
}

function writeRecord(
  out: ByteWriter,
  key: string,
  { terms, date, analysis }: ArticleRecord,
  numbers: ReadonlyMap<string, number>,
): void {
  out.text(key);
  out.text(date ?? '');
  out.varint(terms.terms.length);
  terms.terms.forEach((term, i) => {
    out.varint(numbers.get(term) ?? 0);
    out.varint(terms.counts[i] ?? 0);
  });
  for (const places of [terms.opening, terms.leadNumbers]) {
    out.varint(places.length);
    for (const place of places) out.varint(place);
  }
  out.bytes(analysis);
}

/** Reads records back; undefined where the bytes are not whole. */
export function unpackRecords(bytes: Uint8Array): KeyedRecord[] | undefined {
  try {
    const input = new ByteReader(bytes);
    const terms = list(input, () => input.text());
    const records = list(input, () => readRecord(input, terms));
    return input.ended ? records : undefined;
  } catch (error) {
    if (error instanceof NotPacked) return undefined;
    throw error;
  }
}

function readRecord(input: ByteReader, all: readonly string[]): KeyedRecord {
  const key = input.text();
  const date = input.text();
  const size = input.count();
  const terms: string[] = [];
  const counts = new Uint16Array(size);
  for (let i = 0; i < size; i++) {
    terms.push(all[input.varint()] ?? '');
    counts[i] = input.varint();
  }
  const opening = list(input, () => input.varint());
  const leadNumbers = list(input, () => input.varint());
  const analysis = input.bytes();
  return [
    key,
    { analysis, terms: { terms, counts, opening, leadNumbers }, date: date === '' ? undefined : date },
  ];
}

function list<T>(input: ByteReader, read: () => T): T[] {
  const items: T[] = [];
  for (let rest = input.count(); rest > 0; rest--) items.push(read());
  return items;
}
