import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { isNotFound } from '../../node/files';
import { mergeSidecars, problemText } from '../../sidecar';
import type { Terminal } from '../terminal';
import { Exit, printable, UsageError } from '../terminal';

const run = promisify(execFile);

/**
 * `corroborate merge BASE OURS THEIRS`: a three-way merge of annotation files by meaning; also what git calls as a merge driver.
 * @returns 1 where a true conflict is left in the result, with both values; 2 where a version cannot be read (nothing is written)
 */
export async function merge(
  files: readonly string[],
  output: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const [base, ours, theirs, ...more] = files;
  if (base === undefined || ours === undefined || theirs === undefined || more.length > 0)
    throw new UsageError('merge needs BASE OURS THEIRS (see --help)');
  const texts = await Promise.all([base, ours, theirs].map((file) => read(file, terminal)));
  const result = mergeSidecars(texts[0] ?? '', texts[1] ?? '', texts[2] ?? '');
  if (!result.ok) {
    const problem = result.problems[0];
    const why = problem === undefined ? 'it cannot be read' : problemText(problem);
    terminal.err(`corroborate: ${result.side}: ${printable(why)}`);
    return Exit.cannotRun;
  }
  if (output === undefined) terminal.out(result.text.replace(/\n$/, ''));
  else await writeFile(path.resolve(terminal.cwd, output), result.text);
  for (const { id, field } of result.conflicts)
    terminal.err(
      printable(`${id ?? 'the file'}: both sides changed ${field}; both values are kept for you to choose`),
    );
  return result.conflicts.length > 0 ? Exit.findings : Exit.fine;
}

async function read(file: string, terminal: Terminal): Promise<string> {
  try {
    return await readFile(path.resolve(terminal.cwd, file), 'utf8');
  } catch (error) {
    if (isNotFound(error)) throw new UsageError(`${file}: no such file`);
    throw error;
  }
}

const ATTRIBUTE = '*.annotations.yaml merge=corroborate';

/** `corroborate install-merge-driver`: tells git, in one repository, to merge annotation files with {@link merge}. */
export async function installMergeDriver(place: string, terminal: Terminal): Promise<number> {
  const cwd = path.resolve(terminal.cwd, place);
  const git = async (...args: string[]): Promise<string> => (await run('git', args, { cwd })).stdout.trim();
  let root: string;
  try {
    root = await git('rev-parse', '--show-toplevel');
  } catch {
    throw new UsageError(`${place}: not in a git repository (or git is not installed)`);
  }
  const program = [process.execPath, ...process.execArgv, process.argv[1] ?? 'corroborate'];
  const driver = `${program.map(quoteForShell).join(' ')} merge %O %A %B --output %A`;
  await git('config', 'merge.corroborate.name', 'annotations merged by meaning');
  await git('config', 'merge.corroborate.driver', driver);
  const file = path.join(root, '.gitattributes');
  const before = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isNotFound(error)) return '';
    throw error;
  });
  if (!before.split(/\r?\n/).includes(ATTRIBUTE)) {
    const gap = before === '' || before.endsWith('\n') ? '' : '\n';
    await writeFile(file, `${before}${gap}${ATTRIBUTE}\n`);
  }
  terminal.out(`git merges *.annotations.yaml by meaning in ${root} (commit .gitattributes to share it).`);
  return Exit.fine;
}

function quoteForShell(word: string): string {
  return `'${word.replace(/'/g, `'\\''`)}'`;
}
