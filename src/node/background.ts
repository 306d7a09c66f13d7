import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { ANALYSIS_VERSION, createAnalyser } from '../analysis';
import type { KeyedRecord } from '../corpus';
import { cacheKey, checksum, unpackRecords } from '../corpus';
import type { StoryJob } from '../crossref';
import type { BackgroundJob, UnreadText } from '../service';
import { runJob } from '../service';
import { RecordFile } from './record-file';
import { markUsed, removeStaleCaches } from './stale-caches';
import { WorkerPool } from './worker-pool';

/** Articles analysed and stories compared in threads of this process, and kept on disk. */
export class BackgroundWork {
  private readonly pool: WorkerPool<BackgroundJob, Uint8Array>;
  private cleaned = false;

  /**
   * @param script the program of the threads, which calls {@link serveBackgroundJobs}
   * @param weights the tagger's weights
   * @param storage the folder of the caches, or null where none are kept
   */
  constructor(
    private readonly script: string,
    private readonly weights: Uint8Array | null,
    private readonly storage: string | null,
  ) {
    this.pool = new WorkerPool(script, { weights });
  }

  get room(): number {
    return this.pool.room;
  }

  get quietRoom(): number {
    return this.pool.quietRoom;
  }

  async analyse(texts: readonly UnreadText[]): Promise<readonly KeyedRecord[]> {
    const records = unpackRecords(await this.pool.run({ kind: 'analyse', texts }));
    if (records?.length !== texts.length) throw new Error('The answer of a thread cannot be read.');
    return records;
  }

  compare(story: StoryJob): Promise<Uint8Array> {
    return this.pool.run({ kind: 'compare', story });
  }

  /** The records of a folder from earlier; an empty one where nothing is kept. */
  async records(folder: string): Promise<RecordFile | null> {
    if (this.storage === null) return null;
    const name = `${cacheKey(folder, 'plain')}.cache`;
    const file = path.join(this.storage, name);
    const records = new RecordFile(file, await this.analyserName());
    await records.load();
    const now = new Date();
    await markUsed(file, now);
    await this.clean(now);
    return records;
  }

  stop(): void {
    this.pool.stop();
  }

  /** Once in a process's life: other folders' caches that nobody reads any more. */
  private async clean(now: Date): Promise<void> {
    if (this.storage === null || this.cleaned) return;
    this.cleaned = true;
    await removeStaleCaches(this.storage, now);
  }

  /** Names everything that an analysis depends on: rules, weights, and the program as it was built. */
  private async analyserName(): Promise<string> {
    const program = await readFile(this.script);
    const parts = [program, this.weights ?? new Uint8Array(0)].map((bytes) => checksum(bytes).toString(16));
    return [ANALYSIS_VERSION, ...parts].join('-');
  }
}

/** Serves jobs where this is a thread of {@link BackgroundWork}; false in the main thread. */
export function serveBackgroundJobs(): boolean {
  if (isMainThread || parentPort === null) return false;
  const port = parentPort;
  const analyser = createAnalyser(weightsOf(workerData));
  port.on('message', (job: BackgroundJob) => {
    const answer = runJob(analyser, job);
    port.postMessage(answer, [answer.buffer]);
  });
  return true;
}

function weightsOf(data: unknown): Uint8Array | null {
  const weights: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'weights') : null;
  return weights instanceof Uint8Array ? weights : null;
}
