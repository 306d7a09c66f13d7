/**
 * 500 random pairs of branches of a sidecar with 20 annotations, merged by real `git merge` without and with our merge by meaning:
 * `npm run bench -- merge`. A pair is in true conflict when both branches changed the same field of the same annotation differently,
 * or one removed what the other changed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newAnnotation, newReply, STATUSES } from '../src/annotation';
import type { CreationPorts } from '../src/annotation';
import { checkSidecar, editSidecar, mergeSidecars, parseSidecar } from '../src/sidecar';
import type { SidecarChange } from '../src/sidecar';
import { Random } from './anchor/random';
import type { Figure } from './figures';

const PAIRS = Number(process.env.PAIRS ?? 500);
const ENTRIES = 20;
const ARTICLE = 'a.txt';
const SIDECAR = `${ARTICLE}.annotations.yaml`;

/** What happened to one pair. */
interface Outcome {
  readonly gitClean: boolean;
  readonly gitRight: boolean;
  readonly trueConflict: boolean;
  readonly conflicts: number;
  readonly lost: number;
  readonly readable: boolean;
}

export function bench(): Figure[] {
  const outcomes = run();
  const count = (test: (outcome: Outcome) => boolean): number => outcomes.filter(test).length;
  const percent = (name: string, part: number): Figure => ({
    name,
    value: (100 * part) / PAIRS,
    unit: '%',
    note: `${part} of ${PAIRS}`,
  });
  return [
    percent(
      'plain git: clean and right',
      count(({ gitClean, gitRight }) => gitClean && gitRight),
    ),
    percent(
      'plain git: clean and wrong',
      count(({ gitClean, gitRight }) => gitClean && !gitRight),
    ),
    percent(
      'by meaning: without conflict',
      count(({ conflicts }) => conflicts === 0),
    ),
    percent(
      'pairs truly in conflict',
      count(({ trueConflict }) => trueConflict),
    ),
    { name: 'by meaning: needless conflicts', value: count((o) => o.conflicts > 0 && !o.trueConflict) },
    { name: 'by meaning: true conflicts unseen', value: count((o) => o.conflicts === 0 && o.trueConflict) },
    { name: 'by meaning: changes lost', value: outcomes.reduce((sum, { lost }) => sum + lost, 0) },
    { name: 'by meaning: conflicts that cannot be read', value: count(({ readable }) => !readable) },
  ];
}

function run(): Outcome[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'corroborate-merge-'));
  try {
    const git = gitIn(folder);
    git('init', '-q', '-b', 'main');
    const random = new Random(1);
    return Array.from({ length: PAIRS }, () => onePair(folder, git, random));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Git = (...args: string[]) => boolean;

function gitIn(folder: string): Git {
  const who = [
    '-c',
    'user.name=Bench',
    '-c',
    'user.email=bench@example.org',
    '-c',
    'gc.auto=0',
    '-c',
    'commit.gpgsign=false',
  ];
  return (...args) => {
    try {
      execFileSync('git', [...who, ...args], { cwd: folder, stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
}

function onePair(folder: string, git: Git, random: Random): Outcome {
  const file = path.join(folder, SIDECAR);
  const commit = (text: string): void => {
    writeFileSync(file, text);
    git('add', '.');
    git('commit', '-q', '--allow-empty', '-m', 'x');
  };
  const base = baseFile(random);
  const [ours, theirs] = [branchOf(base, random), branchOf(base, random)];
  const [mine, other] = [edit(base, ours), edit(base, theirs)];
  git('checkout', '-q', '-B', 'main');
  commit(base);
  git('checkout', '-q', '-B', 'theirs');
  commit(other);
  git('checkout', '-q', 'main');
  commit(mine);
  const gitClean = git('merge', '-q', '--no-edit', 'theirs');
  const byGit = readFileSync(file, 'utf8');
  if (!gitClean) git('merge', '--abort');
  const merged = mergeSidecars(base, mine, other);
  const trueConflict = isTrueConflict(ours, theirs);
  if (!merged.ok) return { gitClean, gitRight: false, trueConflict, conflicts: 0, lost: 1, readable: false };
  const findings = checkSidecar(merged.text, { name: ARTICLE, text: null }).filter(
    ({ code }) => code === 'merge-conflict',
  );
  return {
    gitClean,
    gitRight: sameMeaning(byGit, merged.text),
    trueConflict,
    conflicts: merged.conflicts.length,
    lost: [...ours, ...theirs].filter((change) => !isThere(change, merged.text)).length,
    readable: findings.length === merged.conflicts.length,
  };
}

function sameMeaning(a: string, b: string): boolean {
  const [one, two] = [parseSidecar(a), parseSidecar(b)];
  return one.writable && JSON.stringify(one.set) === JSON.stringify(two.set);
}

function ports(random: Random): CreationPorts {
  return { now: () => new Date(0), random: (bytes) => bytes.map(() => random.below(256)) };
}

function entry(random: Random): SidecarChange {
  const text = `Sentence ${random.below(10_000)} says that ${random.below(1000)} people were there. `.repeat(
    3,
  );
  const start = random.below(text.length - 20);
  const note = `Note ${random.below(1e9)}.`;
  const parts = { text, span: { start, end: start + 12 }, base: 'c'.repeat(40), by: 'desk', note };
  return { type: 'put', annotation: newAnnotation(parts, ports(random)) };
}

function edit(text: string, changes: readonly SidecarChange[]): string {
  const result = editSidecar(text, ARTICLE, changes);
  if (!result.ok) throw new Error(result.reason);
  return result.text;
}

function baseFile(random: Random): string {
  return edit(
    '',
    Array.from({ length: ENTRIES }, () => entry(random)),
  );
}

/** What a reviewer does on a branch: one to four of new notes, states, replies, edited notes, tags, removals. */
function branchOf(base: string, random: Random): SidecarChange[] {
  const ids = parseSidecar(base).set.annotations.map(({ id }) => id);
  const touched = new Set<string>();
  return Array.from({ length: 1 + random.below(4) }, (): SidecarChange => {
    const roll = random.next();
    let id = random.pick(ids);
    while (touched.has(id)) id = random.pick(ids);
    touched.add(id);
    if (roll < 0.4) return entry(random);
    if (roll < 0.65)
      return { type: 'put-reply', id, reply: newReply('desk', `Reply ${random.below(1e9)}.`, ports(random)) };
    if (roll < 0.85) return { type: 'patch', id, fields: { status: random.pick(STATUSES.slice(1)) } };
    if (roll < 0.95) return { type: 'patch', id, fields: { note: `Edited ${random.below(1e9)}.` } };
    return { type: 'remove', id };
  });
}

function isTrueConflict(ours: readonly SidecarChange[], theirs: readonly SidecarChange[]): boolean {
  return ours.some((a) => theirs.some((b) => clash(a, b)));
}

function clash(a: SidecarChange, b: SidecarChange): boolean {
  if (!('id' in a) || !('id' in b) || a.id !== b.id) return false;
  if (a.type === 'remove' || b.type === 'remove') return a.type !== b.type;
  if (a.type !== 'patch' || b.type !== 'patch') return false;
  const [one, two] = [a.fields, b.fields];
  return (
    (one.status !== undefined && two.status !== undefined && one.status !== two.status) ||
    (one.note !== undefined && two.note !== undefined && one.note !== two.note)
  );
}

/** Whether what a change put into the file can still be read there, as a value or among the values of a conflict. */
function isThere(change: SidecarChange, text: string): boolean {
  const { annotations } = parseSidecar(text).set;
  if (change.type === 'put') return annotations.some(({ note }) => note === change.annotation.note);
  if (!('id' in change)) return true;
  const found = annotations.find(({ id }) => id === change.id);
  const recorded = (found?.conflicts ?? []).flatMap(({ values }) => values);
  if (change.type === 'remove') return found === undefined || recorded.includes('removed');
  if (change.type === 'put-reply') return found?.replies.some(({ id }) => id === change.reply.id) === true;
  if (change.type !== 'patch' || found === undefined) return false;
  return [change.fields.status, change.fields.note].every(
    (value) =>
      value === undefined || value === found.status || value === found.note || recorded.includes(value),
  );
}
