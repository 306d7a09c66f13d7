import fs from 'node:fs';
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/** How long a process may take to end after SIGTERM before it gets SIGKILL. */
const GRACE_MS = 5000;

const running = new Set<ChildProcess>();
const cleanups = new Set<() => void>();
let ending = false;

/** Whether a signal is ending this process right now: then children end because they are told to. */
export function isEnding(): boolean {
  return ending;
}

/** Registers work (say, removing a temporary folder) for the end of this process, however it ends. Returns its undo. */
export function onEnd(cleanup: () => void): () => void {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/**
 * Starts a program as the head of its own process group, so that `stop` reaches its children too, and makes sure that
 * the group ends with this process.
 */
export function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  child.once('exit', () => {
    signal(child, 'SIGTERM');
    running.delete(child);
  });
  return child;
}

/** Ends a process group: SIGTERM, and SIGKILL for what is still there after a grace period. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    signal(child, 'SIGTERM');
    await Promise.race([gone, delay(GRACE_MS)]);
  }
  signal(child, 'SIGKILL');
  running.delete(child);
}

/**
 * Runs a program to its end.
 * @returns its exit code; a program ended by a signal, or that could not be started, counts as 1
 */
export function run(command: string, args: readonly string[], options: SpawnOptions): Promise<number> {
  return new Promise((resolve) => {
    const child = start(command, args, { stdio: 'inherit', ...options });
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Resolves after the given milliseconds, without keeping the process alive for it. */
export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

/**
 * Ends this process when npm or its shell has gone. A signal to npm alone reaches its shell, but not what the shell runs.
 */
export function endWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parents = [process.ppid, parentOf(process.ppid)].filter((pid) => pid > 1);
  setInterval(() => {
    if (!parents.every(lives)) void endBy(15);
  }, 500).unref();
}

/** The parent of another process, or 0 where the system keeps no /proc. */
function parentOf(pid: number): number {
  try {
    return Number(/\) \S (\d+)/.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // The group has ended already.
  }
}

process.on('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
  for (const cleanup of cleanups) cleanup();
});

/** The first signal ends everything in order; a second one, from an impatient person, ends it at once. */
async function endBy(number: number): Promise<void> {
  if (!ending) {
    ending = true;
    await Promise.all([...running].map(stop));
  }
  process.exit(128 + number);
}

for (const [name, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
] as const) {
  process.on(name, () => void endBy(number));
}
