import { rm } from 'node:fs/promises';
import path from 'node:path';
import { readBytes } from '../../node/files';
import { SidecarStore } from '../../node/sidecar-store';
import type { StoreResult } from '../../node/sidecar-store';
import { editSidecar, mergeSidecars, problemText } from '../../sidecar';
import type { Terminal } from '../terminal';
import { Exit, printable, UsageError } from '../terminal';

const SUFFIX = '.annotations.yaml';

/**
 * `corroborate adopt OLD NEW`: an article was renamed or moved from OLD to NEW, and its annotations go along. Those that NEW has
 * already stay. The old file goes only when the new one is written.
 */
export async function adopt(old: string, now: string, terminal: Terminal): Promise<number> {
  const from = sidecarOf(path.resolve(terminal.cwd, old));
  const article = path.resolve(terminal.cwd, now);
  if ((await readBytes(article)) === null) throw new UsageError(`${now}: no such file`);
  const store = new SidecarStore();
  const { text, set, writable } = await store.load(from);
  if (text === '') throw new UsageError(`${old}: has no annotations`);
  if (!writable) throw new UsageError(`${old}: its annotations cannot be read; "corroborate check" says why`);
  const renamed = editSidecar(text, '', { type: 'set-article', article: path.basename(article) });
  if (!renamed.ok) throw new UsageError(`${old}: ${renamed.reason}`);
  const to = sidecarOf(article);
  if (to === from) throw new UsageError(`${old} and ${now} are the same`);
  const result = await store.update(to, (disk) => united(disk, renamed.text));
  if (!result.ok) {
    const why = result.problems[0] === undefined ? result.detail : problemText(result.problems[0]);
    throw new UsageError(`${now}${SUFFIX}: not changed (${printable(why || result.failure)})`);
  }
  await rm(from);
  terminal.out(`${set.annotations.length} annotations are now those of ${now}.`);
  return Exit.fine;
}

function united(disk: string, taken: string): StoreResult {
  if (disk === '') return { ok: true, text: taken, conflicts: [] };
  const merge = mergeSidecars('', disk, taken);
  return merge.ok ? merge : { ok: false, failure: 'not-writable', problems: merge.problems, detail: '' };
}

function sidecarOf(file: string): string {
  return file.endsWith(SUFFIX) ? file : file + SUFFIX;
}
