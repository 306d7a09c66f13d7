import { appendFile, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ArticleRecord, KeyedRecord } from '../corpus';
import { cacheBlock, cacheHeader, readCache } from '../corpus';

/** How many records are written at once: few enough that a killed process loses little. */
const BLOCK = 200;
/** Tells the drafts of one process apart. */
let drafts = 0;

/**
 * The cache of one folder's articles: a file that may be deleted at any time, even while it is in use. Windows that have the
 * same folder open all add to it; each block is written in one go, and what got mixed up all the same is left out by its
 * checksum and written anew.
 */
export class RecordFile {
  private readonly known = new Map<string, ArticleRecord>();
  private readonly used = new Set<string>();
  private fresh: KeyedRecord[] = [];
  private whole = true;
  private broken = false;
  /** Writes come one after the other. */
  private turn: Promise<void> = Promise.resolve();

  /**
   * @param file its path; folders are made where they are missing
   * @param analyser names everything that an analysis depends on beside the text
   */
  constructor(
    private readonly file: string,
    private readonly analyser: string,
  ) {}

  /** Reads what is there; damage, or a file of another version, only means that less is known. */
  async load(): Promise<void> {
    const bytes = await readFile(this.file).catch(() => null);
    if (bytes === null) return;
    // A plain view of the bytes: what a Buffer cuts out of itself would keep all of it in memory.
    const file = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    const reading = readCache(file, this.analyser);
    let step = reading.next();
    for (; step.done !== true; step = reading.next()) await setImmediate();
    for (const [key, record] of step.value.records) this.known.set(key, record);
    this.whole = step.value.whole;
  }

  /** The record of a text, where it is known. */
  take(key: string): ArticleRecord | undefined {
    const record = this.known.get(key);
    if (record !== undefined) this.used.add(key);
    return record;
  }

  /** Keeps new records; they are written soon. Never rejects: where nothing can be written, nothing is kept. */
  async add(records: readonly KeyedRecord[]): Promise<void> {
    this.fresh.push(...records);
    if (this.fresh.length >= BLOCK) await this.write();
  }

  /** Writes what is left, and the whole file anew where it is damaged or mostly of texts that are gone. */
  async finish(): Promise<void> {
    const live = [...this.known].filter(([key]) => this.used.has(key));
    if (!this.whole || this.known.size > 2 * (live.length + this.fresh.length)) await this.rewrite(live);
    else await this.write();
    this.known.clear();
  }

  private async write(): Promise<void> {
    const records = this.fresh;
    this.fresh = [];
    if (records.length === 0 || this.broken) return;
    // A damaged file is written anew in the end; until then nothing is added behind the damage.
    if (!this.whole) {
      for (const [key, record] of records) this.known.set(key, record);
      for (const [key] of records) this.used.add(key);
      return;
    }
    this.turn = this.turn.then(() => this.append(records));
    await this.turn;
  }

  private append(records: readonly KeyedRecord[]): Promise<void> {
    return this.guarded(async () => {
      await this.begin();
      await appendFile(this.file, cacheBlock(records));
    });
  }

  /** Makes the file with its header where there is none: under another name first, so that no window sees it without. */
  private async begin(): Promise<void> {
    if (
      await stat(this.file).then(
        () => true,
        () => false,
      )
    )
      return;
    const draft = this.draft();
    await writeFile(draft, cacheHeader(this.analyser));
    // Another window may have been faster; then its file stands.
    await link(draft, this.file).catch(() => undefined);
    await rm(draft, { force: true });
  }

  private draft(): string {
    return `${this.file}.${process.pid}-${drafts++}.tmp`;
  }

  private async rewrite(live: readonly KeyedRecord[]): Promise<void> {
    const records = [...live, ...this.fresh];
    this.fresh = [];
    const parts = [cacheHeader(this.analyser)];
    for (let i = 0; i < records.length; i += BLOCK) {
      parts.push(cacheBlock(records.slice(i, i + BLOCK)));
      await setImmediate();
    }
    await this.turn;
    const draft = this.draft();
    await this.guarded(async () => {
      await writeFile(draft, Buffer.concat(parts));
      await rename(draft, this.file);
    });
    await rm(draft, { force: true }).catch(() => undefined);
    this.whole = true;
  }

  /** A disk that is full or read-only costs the cache, nothing else. */
  private async guarded(write: () => Promise<void>): Promise<void> {
    try {
      await mkdir(path.dirname(this.file), { recursive: true });
      await write();
    } catch {
      this.broken = true;
    }
  }
}
