import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { anchor, basesIn } from '../../annotation';
import { BaseTexts } from '../../node/base-texts';
import { decodeBytes, isNotFound, readBytes } from '../../node/files';
import { SidecarStore } from '../../node/sidecar-store';
import { fromForeignJson, importChanges, toCsv, toMarkdownReport, toWebAnnotations } from '../../sidecar';
import type { Terminal } from '../terminal';
import { Exit, printable, UsageError } from '../terminal';

const SUFFIX = '.annotations.yaml';

/** What annotations can be written as. */
export const EXPORT_FORMATS = ['jsonld', 'csv', 'markdown'] as const;

/** `corroborate export ARTICLE`: its annotations as W3C Web Annotations, as a spreadsheet, or as a report with the article. */
export async function exportAnnotations(
  article: string,
  format: (typeof EXPORT_FORMATS)[number],
  output: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const file = path.resolve(terminal.cwd, article);
  const { text: sidecar, set, writable } = await new SidecarStore().load(file + SUFFIX);
  if (sidecar === '') throw new UsageError(`${article}: has no annotations`);
  if (!writable) throw new UsageError(`${article}${SUFFIX}: cannot be read; "corroborate check" says why`);
  const bytes = await readBytes(file);
  const text = bytes === null ? null : (decodeBytes(bytes, 'utf-8')?.replace(/^\ufeff/, '') ?? null);
  const base = await new BaseTexts(null).read(basesIn(set), path.dirname(file));
  const anchors = text === null ? [] : anchor(set.annotations, text, base);
  const result = {
    jsonld: () => JSON.stringify(toWebAnnotations(set), null, 2),
    csv: () => toCsv(set, anchors),
    markdown: () => toMarkdownReport(set, text ?? '', anchors),
  }[format]();
  if (output === undefined) terminal.out(result.replace(/\n$/, ''));
  else await writeFile(path.resolve(terminal.cwd, output), result.endsWith('\n') ? result : `${result}\n`);
  return Exit.fine;
}

/** `corroborate import ARTICLE FILE`: annotations of another tool (W3C Web Annotations, Hypothesis) into the article's sidecar. */
export async function importAnnotations(
  article: string,
  source: string,
  terminal: Terminal,
): Promise<number> {
  const file = path.resolve(terminal.cwd, article);
  if ((await readBytes(file)) === null) throw new UsageError(`${article}: no such file`);
  const { set, skipped } = fromForeignJson(await readJson(source, terminal), path.basename(file));
  const store = new SidecarStore();
  const changes = importChanges((await store.load(file + SUFFIX)).set, set);
  const result = await store.change(file + SUFFIX, path.basename(file), changes);
  if (!result.ok)
    throw new UsageError(`${article}${SUFFIX}: not changed (${printable(result.detail || result.failure)})`);
  terminal.out(
    `${changes.length} annotations imported${skipped > 0 ? `, ${skipped} items not understood` : ''}`,
  );
  return skipped > 0 ? Exit.findings : Exit.fine;
}

async function readJson(source: string, terminal: Terminal): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path.resolve(terminal.cwd, source), 'utf8'));
  } catch (error) {
    if (isNotFound(error)) throw new UsageError(`${source}: no such file`);
    if (error instanceof SyntaxError)
      throw new UsageError(`${source}: not JSON (${printable(error.message)})`);
    throw error;
  }
}
