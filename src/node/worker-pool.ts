import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** More threads than this help little, and each has the weights in memory. */
const MOST_THREADS = 4;
/** Threads without work end after this many milliseconds and give their memory back. */
const IDLE = 5000;

interface Task<Job, Result> {
  readonly job: Job;
  readonly done: (result: Result) => void;
  readonly failed: (error: Error) => void;
}

/** Threads that work on jobs one after the other; started when there is work. */
export class WorkerPool<Job, Result> {
  private readonly waiting: Task<Job, Result>[] = [];
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Task<Job, Result>>();
  private readonly size = Math.max(1, Math.min(MOST_THREADS, availableParallelism()));
  private timer: NodeJS.Timeout | undefined;
  /** Set where a thread ended before any had answered: its program cannot run here. */
  private unusable: Error | undefined;
  private answered = false;
  private stopped = false;

  /**
   * @param script the program of a thread: gets jobs as messages and answers each with one message
   * @param data what each thread is given at its start
   */
  constructor(
    private readonly script: string,
    private readonly data: unknown,
  ) {}

  /** How many jobs to hand in at once so that no thread waits. */
  get room(): number {
    return 2 * this.size;
  }

  /** How many jobs to hand in at once so that a processor stays free. */
  get quietRoom(): number {
    return Math.max(1, Math.min(this.size, availableParallelism() - 1));
  }

  /** Rejects where the thread ends before it has answered. */
  run(job: Job): Promise<Result> {
    clearTimeout(this.timer);
    this.stopped = false;
    if (this.unusable !== undefined) return Promise.reject(this.unusable);
    return new Promise((done, failed) => {
      this.waiting.push({ job, done, failed });
      this.next();
    });
  }

  /** Ends all threads; jobs that are not done are rejected. */
  stop(): void {
    clearTimeout(this.timer);
    this.stopped = true;
    const error = new Error('The work was stopped.');
    for (const task of this.waiting.splice(0)) task.failed(error);
    for (const worker of [...this.idle.splice(0), ...this.busy.keys()]) void worker.terminate();
  }

  private next(): void {
    while (this.waiting.length > 0) {
      const worker = this.idle.pop() ?? (this.busy.size < this.size ? this.start() : undefined);
      const task = worker === undefined ? undefined : this.waiting.shift();
      if (worker === undefined || task === undefined) break;
      this.busy.set(worker, task);
      worker.postMessage(task.job);
    }
    if (this.busy.size === 0) this.timer = setTimeout(() => this.stop(), IDLE).unref();
  }

  private start(): Worker {
    const worker = new Worker(this.script, { workerData: this.data });
    worker.unref();
    worker.on('message', (result: Result) => {
      const task = this.busy.get(worker);
      this.busy.delete(worker);
      this.idle.push(worker);
      this.answered = true;
      task?.done(result);
      this.next();
    });
    const ended = (error: Error): void => {
      const task = this.busy.get(worker);
      this.busy.delete(worker);
      const place = this.idle.indexOf(worker);
      if (place >= 0) this.idle.splice(place, 1);
      task?.failed(error);
      if (!this.answered && !this.stopped) {
        this.unusable = error;
        this.stop();
      } else if (task !== undefined) this.next();
    };
    worker.on('error', ended);
    worker.on('exit', () => ended(new Error('The thread has ended.')));
    return worker;
  }
}
