import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Fact } from '../../../src/crossref';
import { NO_CORRECTIONS, compareAll } from '../../../src/crossref';
import { corpusOf, storyFiles } from './stories';

const FOLDER = path.resolve(import.meta.dirname, '../../golden/crossref');

/** Facts as a person reads them: relation and reasons, then one line a mention. */
function show(facts: readonly Fact[]): string {
  return facts
    .map((fact) => {
      const reasons = fact.reasons.map((r) =>
        r.message.replace(/\{(\d)\}/gu, (_, i: string) => String(r.args[Number(i)])),
      );
      const sure = fact.confidence >= 0.6 ? '' : ' (perhaps)';
      const mentions = fact.mentions.map((m) => {
        const speaker = m.speaker === null ? '' : `, says ${m.speaker}`;
        return `  ${m.group} ${m.path}: ${m.text.replace(/\s+/gu, ' ')}${speaker}`;
      });
      return [
        `${fact.kind} ${fact.relation}${sure}: ${fact.label}`,
        ...reasons.map((r) => `  because ${r}`),
        ...mentions,
      ].join('\n');
    })
    .join('\n\n');
}

function check(name: string): void {
  const story = readFileSync(path.join(FOLDER, `${name}.story.txt`), 'utf8');
  const actual = show(compareAll(corpusOf(storyFiles(story)), NO_CORRECTIONS)) + '\n';
  const golden = path.join(FOLDER, `${name}.facts.txt`);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, actual);
  assert.ok(existsSync(golden), `${golden} is missing: write it with UPDATE_GOLDEN=1`);
  assert.equal(actual, readFileSync(golden, 'utf8'));
}

describe('facts of invented stories', () => {
  const files = readdirSync(FOLDER);
  const names = files.filter((f) => f.endsWith('.story.txt')).map((f) => f.replace('.story.txt', ''));
  for (const name of names) it(name, () => check(name));
  it('no golden without its story', () => {
    const orphans = files.filter(
      (f) => f.endsWith('.facts.txt') && !names.includes(f.replace('.facts.txt', '')),
    );
    assert.deepEqual(orphans, []);
  });
});
