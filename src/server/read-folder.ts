import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { KeyedRecord } from '../corpus';
import { cacheKey } from '../corpus';
import { formatOf } from '../service';
import type { OpenFolder } from './folders';
import type { Background, Records } from './platform';
import type { Session } from './session';
import { isOpen, putText, readText } from './session';
import { Slices } from './slices';

/** Files that are read at once. */
const READ_AT_ONCE = 32;
/** Texts of one job, and their length in UTF-16 code units: enough that sending them costs little. */
const JOB_TEXTS = 16;
const JOB_LENGTH = 60_000;
/** Milliseconds between two reports of progress. */
const REPORT = 100;

/**
 * Reads every article of a folder, with progress that can be cancelled; other requests are answered in between. What is kept from
 * earlier is not analysed again, and the rest is analysed beside the server where that is possible.
 */
export async function readFolder(session: Session, open: OpenFolder): Promise<void> {
  const { include, exclude } = session.settings();
  const files = await session.platform.list(open.uri, include, exclude);
  const progress = await session.connection.window.createWorkDoneProgress();
  const title = session.say({ message: 'Reading articles', args: [] });
  progress.begin(title, 0, undefined, true);
  try {
    await new FolderReading(session, open, files, progress, progress.token).run();
  } finally {
    progress.done();
  }
}

/** A text that nothing is known of. */
interface Unread {
  readonly uri: string;
  readonly path: string;
  readonly source: string;
}

class FolderReading {
  private readonly slices: Slices;
  private readonly background: Background | null;
  private records: Records | null = null;
  private readonly running = new Set<Promise<void>>();
  private batch: Unread[] = [];
  private batchLength = 0;
  private done = 0;
  private reported = 0;

  constructor(
    private readonly session: Session,
    private readonly open: OpenFolder,
    private readonly files: readonly string[],
    private readonly progress: WorkDoneProgressReporter,
    private readonly token: CancellationToken,
  ) {
    this.slices = new Slices(session.platform, 'nobody');
    this.background = session.background();
  }

  async run(): Promise<void> {
    this.records = (await this.background?.records(this.open.uri)) ?? null;
    for (let i = 0; i < this.files.length && !this.cancelled; i += READ_AT_ONCE) {
      const uris = this.files.slice(i, i + READ_AT_ONCE);
      const texts = await Promise.all(uris.map((uri) => readText(this.session, this.open, uri)));
      for (const [j, uri] of uris.entries()) await this.take(uri, texts[j] ?? null);
    }
    await this.analyseBatch();
    await Promise.all(this.running);
    // Articles that were not looked for would be taken for gone.
    if (!this.cancelled) await this.records?.finish();
  }

  private get cancelled(): boolean {
    return this.token.isCancellationRequested;
  }

  private async take(uri: string, source: string | null): Promise<void> {
    if (this.cancelled) return;
    const { path } = this.session.folders.locate(uri);
    if (source === null) this.count();
    else {
      const known = this.records?.take(cacheKey(source, formatOf(path)));
      if (known !== undefined) {
        this.open.folder.putRecord(path, source, known, 0);
        this.count();
      } else if (this.background === null) {
        putText(this.session, this.open, path, source);
        this.count();
      } else await this.collect({ uri, path, source });
    }
    await this.slices.next();
  }

  private async collect(text: Unread): Promise<void> {
    this.batch.push(text);
    this.batchLength += text.source.length;
    if (this.batch.length >= JOB_TEXTS || this.batchLength >= JOB_LENGTH) await this.analyseBatch();
  }

  /** Hands the collected texts in; waits where enough is on its way. */
  private async analyseBatch(): Promise<void> {
    const { batch, background } = this;
    this.batch = [];
    this.batchLength = 0;
    if (batch.length === 0 || background === null || this.cancelled) return;
    const job = this.analyse(background, batch).finally(() => this.running.delete(job));
    this.running.add(job);
    while (this.running.size >= background.room) await Promise.race(this.running);
  }

  private async analyse(background: Background, batch: readonly Unread[]): Promise<void> {
    const texts = batch.map(({ path, source }) => ({ source, format: formatOf(path) }));
    const records = await background.analyse(texts).catch((error: unknown) => {
      this.session.connection.console.error(`Analysed in the server itself: ${String(error)}`);
      return null;
    });
    for (const [i, text] of batch.entries()) {
      if (this.cancelled) return;
      this.put(text, records?.[i]);
      this.count();
      await this.slices.next();
    }
    if (records !== null) await this.records?.add(records);
  }

  private put({ uri, path, source }: Unread, record: KeyedRecord | undefined): void {
    // What an editor has opened since is newer.
    if (isOpen(this.session, uri)) return;
    if (record === undefined) putText(this.session, this.open, path, source);
    else this.open.folder.putRecord(path, source, record[1], 0);
  }

  private count(): void {
    this.done++;
    const now = Date.now();
    if (now - this.reported < REPORT) return;
    this.reported = now;
    const total = this.files.length;
    this.progress.report(Math.floor((100 * this.done) / total), `${this.done} / ${total}`);
  }
}
