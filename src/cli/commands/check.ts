import path from 'node:path';
import { STATUSES } from '../../annotation';
import type { Status } from '../../annotation';
import { decodeBytes, readBytes } from '../../node/files';
import { gitBlob } from '../../node/git';
import type { CheckedFile, Finding } from '../../sidecar';
import { checkSidecar, parseSidecar, problemText, toSarif } from '../../sidecar';
import { filesAt } from '../read-articles';
import type { Style, Terminal } from '../terminal';
import { Exit, paint, printable, UsageError } from '../terminal';
import { lineCounter } from './analyze';

const SUFFIX = '.annotations.yaml';

/**
 * `corroborate check PATH…`: annotation files, and whether the annotated words still stand in their articles.
 * @param failOn statuses, separated by commas, that count as findings
 * @returns 1 where there is a finding that is more than a note, or a status of `failOn`
 */
export async function check(
  paths: readonly string[],
  format: string,
  failOn: string,
  version: string,
  terminal: Terminal,
): Promise<number> {
  const failing = readStatuses(failOn);
  const places = await Promise.all(
    paths.map((p) => filesAt(path.resolve(terminal.cwd, p), [`**/*${SUFFIX}`], ['**/node_modules/**'])),
  );
  const files: CheckedFile[] = [];
  for (const file of [...new Set(places.flat())]) files.push(await checkFile(file, terminal.cwd));
  const counts = (finding: Finding): boolean =>
    finding.severity !== 'note' || (finding.status !== null && failing.has(finding.status));
  if (format === 'json') terminal.out(JSON.stringify({ version: 1, files: files.map(toJson) }, null, 1));
  else if (format === 'sarif') terminal.out(JSON.stringify(toSarif(files, version), null, 1));
  else print(files, counts, terminal);
  return files.some((file) => file.findings.some(counts)) ? Exit.findings : Exit.fine;
}

function readStatuses(list: string): ReadonlySet<Status> {
  const names = list.split(',').filter((name) => name !== '');
  return new Set(
    names.map((name) => {
      const status = STATUSES.find((s) => s === name);
      if (status === undefined) throw new UsageError(`--fail-on ${name}: must be of ${STATUSES.join(', ')}`);
      return status;
    }),
  );
}

async function checkFile(file: string, cwd: string): Promise<CheckedFile> {
  const name = path.relative(cwd, file).split(path.sep).join('/');
  const text = await readText(file);
  if (text === null) throw new UsageError(`${name}: not a file of valid UTF-8 text`);
  const article = file.slice(0, -SUFFIX.length);
  const bases = new Map<string, string>();
  for (const { selector } of parseSidecar(text).set.annotations) {
    if (selector?.base === undefined || bases.has(selector.base)) continue;
    const base = await gitBlob(path.dirname(file), selector.base);
    if (base !== null) bases.set(selector.base, base);
  }
  const beside = { name: path.basename(article), text: await readText(article) };
  return { path: name, text, findings: checkSidecar(text, beside, (id) => bases.get(id)) };
}

async function readText(file: string): Promise<string | null> {
  const bytes = await readBytes(file);
  return bytes === null ? null : (decodeBytes(bytes, 'utf-8')?.replace(/^\ufeff/, '') ?? null);
}

function toJson({ path: name, text, findings }: CheckedFile): object {
  const line = lineCounter(text);
  return {
    path: name,
    findings: findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      message: problemText(finding),
      line: line(finding.start),
      start: finding.start,
      end: finding.end,
      id: finding.id,
      status: finding.status,
      inArticle: finding.inArticle,
    })),
  };
}

const STYLES: Record<Finding['severity'], Style> = { error: 'red', warning: 'yellow', note: 'dim' };

function print(
  files: readonly CheckedFile[],
  counts: (finding: Finding) => boolean,
  terminal: Terminal,
): void {
  for (const { path: name, text, findings } of files) {
    const line = lineCounter(text);
    for (const finding of findings) {
      const severity = paint(terminal, STYLES[finding.severity], finding.severity);
      const words = printable(problemText(finding).replace(/\s+/g, ' '));
      terminal.out(`${printable(name)}:${line(finding.start)}: ${severity}: ${words} [${finding.code}]`);
    }
  }
  const total = files.reduce((sum, file) => sum + file.findings.filter(counts).length, 0);
  terminal.out(`${files.length} annotation files, ${total} ${total === 1 ? 'finding' : 'findings'}`);
}
