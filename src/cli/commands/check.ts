import path from 'node:path';
import { basesIn, proposeHomes, STATUSES } from '../../annotation';
import type { Annotation, HomeCandidate, Status } from '../../annotation';
import { BaseTexts } from '../../node/base-texts';
import { decodeBytes, readBytes } from '../../node/files';
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
  const roots = paths.map((p) => path.resolve(terminal.cwd, p));
  const places = await Promise.all(
    roots.map((root) => filesAt(root, [`**/*${SUFFIX}`], ['**/node_modules/**'])),
  );
  const folders = roots.map((root) => (root.endsWith(SUFFIX) ? path.dirname(root) : root));
  const checker = new SidecarChecker(folders, terminal.cwd);
  const files: CheckedFile[] = [];
  for (const file of new Set(places.flat())) files.push(await checker.check(file));
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

/** Checks one file after the other; texts that several annotations were made in are read once. */
class SidecarChecker {
  private readonly bases = new BaseTexts(null);
  private articles: Promise<readonly HomeCandidate[]> | undefined;

  /** @param roots where an article that is gone from its place is looked for */
  constructor(
    private readonly roots: readonly string[],
    private readonly cwd: string,
  ) {}

  async check(file: string): Promise<CheckedFile> {
    const name = this.shown(file);
    const text = await readText(file);
    if (text === null) return { path: name, text: '', findings: [NOT_TEXT] };
    const { set } = parseSidecar(text);
    const base = await this.bases.read(basesIn(set), path.dirname(file));
    const article = file.slice(0, -SUFFIX.length);
    const beside = { name: path.basename(article), text: await readText(article) };
    const homes = beside.text === null ? await this.homesOf(set.annotations) : [];
    return { path: name, text, findings: checkSidecar(text, { ...beside, homes }, base) };
  }

  private async homesOf(annotations: readonly Annotation[]): Promise<readonly string[]> {
    this.articles ??= this.readArticles();
    return proposeHomes(annotations, await this.articles).map((home) => home.path);
  }

  private async readArticles(): Promise<readonly HomeCandidate[]> {
    const files = new Set((await Promise.all(this.roots.map((root) => filesAt(root)))).flat());
    const read: HomeCandidate[] = [];
    for (const file of files) {
      const text = file.endsWith(SUFFIX) ? null : await readText(file);
      if (text !== null) read.push({ path: this.shown(file), text });
    }
    return read;
  }

  private shown(file: string): string {
    return path.relative(this.cwd, file).split(path.sep).join('/');
  }
}

const NOT_TEXT: Finding = {
  code: 'syntax',
  severity: 'error',
  start: 0,
  end: 0,
  message: 'This file cannot be read: {0}.',
  args: ['it is not UTF-8 text'],
  id: null,
  status: null,
  inArticle: null,
};

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
      ...(finding.homes === undefined ? {} : { homes: finding.homes }),
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
