import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { History, Passage } from '../../../bench/anchor/revisions';
import { histories, passagesOf } from '../../../bench/anchor/revisions';
import { judge } from '../../../bench/anchor/trial';
import type { Verdict } from '../../../bench/anchor/trial';
import { anchor, basesIn, gitBlobId, newAnnotation } from '../../../src/annotation';
import type { Annotation, BaseText } from '../../../src/annotation';
import { BaseTexts } from '../../../src/node/base-texts';

/** All annotations of a history with their fates in one of its revisions. */
interface Case {
  readonly now: string;
  readonly annotations: readonly Annotation[];
  readonly passages: readonly Passage[];
}

const HISTORIES = histories();

/** Everything that was annotated in any revision, looked for in each later one. */
function casesOf(history: History): Case[] {
  let seed = 0;
  const ports = { now: () => new Date(0), random: (bytes: Uint8Array) => bytes.map(() => seed++ % 251) };
  const all = passagesOf(history);
  const ids = new Map(history.texts.map((text) => [text, gitBlobId(text)]));
  return history.texts.slice(1).map((now) => {
    const passages = all.filter((passage) => passage.now === now);
    const annotations = passages.map(({ base: text, span }) =>
      newAnnotation({ text, span, base: ids.get(text) ?? '', by: 'x', note: '' }, ports),
    );
    return { now, annotations, passages };
  });
}

function check(
  base: (history: History) => BaseText | undefined,
  expected: Partial<Record<Verdict, number>>,
): void {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const history of HISTORIES)
    for (const { now, annotations, passages } of casesOf(history))
      anchor(annotations, now, base(history)).forEach((result, i) => {
        const passage = passages[i];
        assert.ok(passage !== undefined);
        const verdict = judge(result, passage.truth);
        counts[verdict] = (counts[verdict] ?? 0) + 1;
      });
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  assert.ok((counts.right ?? 0) / all >= (expected.right ?? 0), JSON.stringify(counts));
  for (const verdict of ['wrong', 'false', 'missed'] as const)
    assert.ok((counts[verdict] ?? 0) <= (expected[verdict] ?? 0), JSON.stringify(counts));
}

/** bench/anchor.ts has the figures; these are what may not be undercut. */
describe('annotations through revisions of the examples', () => {
  it('keep to their words, or say that they are gone', () => {
    const base = (history: History): BaseText => {
      const texts = new Map(history.texts.map((text) => [gitBlobId(text), text]));
      return (id) => texts.get(id);
    };
    check(base, { right: 0.94, missed: 6 });
  });

  it('are hardly ever on other words where only the quotes are known', () => {
    check(() => undefined, { right: 0.85, missed: 20, wrong: 2 });
  });

  it('find the texts that they were made in by themselves in git', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'corroborate-revisions-'));
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
    try {
      git('init', '-q');
      for (let revision = 0; revision < 5; revision++) {
        for (const { file, texts } of HISTORIES)
          writeFileSync(path.join(folder, file), texts[revision] ?? '');
        git('add', '.');
        git('commit', '-qm', `revision ${revision + 1}`);
      }
      for (const history of HISTORIES) {
        const [last] = casesOf(history).slice(-1);
        assert.ok(last !== undefined);
        const ids = basesIn(last);
        const read = await new BaseTexts(null).read(ids, folder);
        for (const id of ids) assert.ok(history.texts.includes(read(id) ?? ''));
        const texts = new Map(history.texts.map((text) => [gitBlobId(text), text]));
        assert.deepEqual(
          anchor(last.annotations, last.now, read),
          anchor(last.annotations, last.now, (id) => texts.get(id)),
        );
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
