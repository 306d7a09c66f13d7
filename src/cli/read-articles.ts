import { stat } from 'node:fs/promises';
import path from 'node:path';
import { createAnalyser } from '../analysis';
import { EMPTY_FILE, readCorrectionsFile } from '../corrections';
import { decodeBytes, isNotFound, listFiles, readBytes } from '../node/files';
import type { Folder } from '../service';
import { createFolder, decodeArticle, inWords } from '../service';
import type { Terminal } from './terminal';
import { UsageError } from './terminal';

const INCLUDE = ['**/*.txt', '**/*.md', '**/*.article'];
const EXCLUDE = ['**/node_modules/**', '**/.*/**', '**/README.md', '**/CHANGELOG.md', '**/LICENSE*'];
const LARGEST = 2_000_000;

/** Articles as a command works on them. */
export interface Articles {
  readonly folder: Folder;
  /** What could not be read, in words, one a file. */
  readonly problems: readonly string[];
}

/**
 * Reads files and folders of articles.
 * @param root paths in the result are seen from here; `corroborate.yaml` is read here
 * @param weights the statement tagger's weights, or null to find statements by rules alone
 * @throws UsageError where a path does not exist
 */
export async function readArticles(
  paths: readonly string[],
  root: string,
  weights: Uint8Array | null,
  terminal: Terminal,
): Promise<Articles> {
  const folder = createFolder(createAnalyser(weights));
  const problems = await correct(folder, root);
  const files = new Set((await Promise.all(paths.map((p) => filesAt(path.resolve(terminal.cwd, p))))).flat());
  for (const file of files) {
    const name = path.relative(root, file).split(path.sep).join('/');
    const problem = await put(folder, name, file);
    if (problem !== null) problems.push(`${name}: ${problem}`);
  }
  return { folder, problems };
}

async function correct(folder: Folder, root: string): Promise<string[]> {
  const bytes = await readBytes(path.join(root, 'corroborate.yaml'));
  const text = bytes === null ? null : decodeBytes(bytes, 'utf-8');
  const { file, problem } = text === null ? { file: EMPTY_FILE, problem: null } : readCorrectionsFile(text);
  folder.correct(file);
  return problem === null ? [] : [inWords(problem)];
}

/** The article files at a path: itself, or what a folder holds. */
export async function filesAt(
  place: string,
  include: readonly string[] = INCLUDE,
  exclude: readonly string[] = EXCLUDE,
): Promise<string[]> {
  try {
    const found = await stat(place);
    return found.isDirectory() ? await listFiles(place, include, exclude) : [place];
  } catch (error) {
    if (isNotFound(error)) throw new UsageError(`${place}: no such file or folder`);
    throw error;
  }
}

async function put(folder: Folder, name: string, file: string): Promise<string | null> {
  try {
    const bytes = await readBytes(file);
    if (bytes === null) return 'the file is gone';
    const { text, problem } = decodeArticle(bytes, LARGEST, decodeBytes);
    if (text === null) return inWords(problem);
    folder.put(name, text, 0);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
