import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Git must not keep an editor waiting: what takes longer counts as not to be had. */
const TIMEOUT = 3000;
const LARGEST = 20_000_000;

/** Who git says is working in a folder: the name, else the e-mail address, else an empty text. */
export async function gitAuthor(folder: string): Promise<string> {
  return (await git(folder, ['config', 'user.name'])) ?? (await git(folder, ['config', 'user.email'])) ?? '';
}

/** The text of a blob, where the repository around a folder has it (shallow clones may not). */
export async function gitBlob(folder: string, id: string): Promise<string | null> {
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(id)) return null;
  return git(folder, ['cat-file', 'blob', id], false);
}

/** The three versions of a file that git could not merge: the common one ('' where there is none), ours, theirs. */
export interface Stages {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** The versions of a conflicted file from git's index, or null where it is not in conflict. */
export async function gitStages(folder: string, name: string): Promise<Stages | null> {
  const stage = (n: number): Promise<string | null> => git(folder, ['show', `:${n}:./${name}`], false);
  const [base, ours, theirs] = await Promise.all([stage(1), stage(2), stage(3)]);
  return ours === null || theirs === null ? null : { base: base ?? '', ours, theirs };
}

/** Runs git without a shell; null where it fails, has nothing to say, or is not installed. */
async function git(folder: string, args: readonly string[], trim = true): Promise<string | null> {
  try {
    const options = { cwd: folder, timeout: TIMEOUT, maxBuffer: LARGEST, windowsHide: true };
    const { stdout } = await run('git', [...args], options);
    const text = trim ? stdout.trim() : stdout;
    return text === '' ? null : text;
  } catch {
    return null;
  }
}
