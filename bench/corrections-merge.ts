/**
 * How often git merges two branches' `corroborate.yaml` by itself: each branch adds one to three corrections to a file of eight, once as
 * the program writes them and once with every entry at its place in the order of the keys.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isMap, parseDocument } from 'yaml';
import { addCorrection, readCorrectionsFile } from '../src/corrections';
import type { Figure } from './figures';

const MERGES = 200;
const BASE_SIZE = 8;
const MOST_ADDED = 3;
const WORDS = [
  'five',
  '14',
  '60 beds',
  'June 13',
  '40,000',
  '900',
  '6.50 florins',
  'nine',
  '27',
  'said the mayor',
];

/** A small generator of numbers in [0, 1), so that every run merges the same branches (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function add(text: string, count: number, random: () => number): string {
  let now = text;
  for (let n = 0; n < count; n++) {
    const quote = WORDS[Math.floor(random() * WORDS.length)] ?? '';
    const place = (): { article: string; quote: string; prefix: string; suffix: string } => ({
      article: `${String(Math.floor(random() * 1e6))}.txt`,
      quote,
      prefix: '',
      suffix: '',
    });
    const edit = addCorrection(now, { kind: 'not-same', a: place(), b: place(), by: 'dana@desk.example' });
    if (!edit.ok) throw new Error(edit.problem.message);
    now = edit.text;
  }
  return now;
}

/** The same file with the section's entries in the order of their keys. */
function inOrder(text: string): string {
  const document = parseDocument(text);
  const section: unknown = document.get('not-same');
  if (isMap(section)) section.items.sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Whether git merges the three without a conflict, and the result holds what both branches added. */
function mergesCleanly(work: string, base: string, ours: string, theirs: string): boolean {
  const files = [ours, base, theirs].map((text, index) => {
    const file = path.join(work, String(index));
    writeFileSync(file, text);
    return file;
  });
  const merged = spawnSync('git', ['merge-file', '-p', ...files], { encoding: 'utf8' });
  if (merged.status !== 0) return false;
  const { file, problem } = readCorrectionsFile(merged.stdout);
  const size = (text: string): number => readCorrectionsFile(text).file.notSame.size;
  return problem === null && file.notSame.size === size(ours) + size(theirs) - size(base);
}

/** Clean merges in percent, as written and in the order of the keys. */
export function bench(): readonly Figure[] {
  const work = mkdtempSync(path.join(tmpdir(), 'corroborate-corrections-'));
  try {
    return [
      ['as written', (text: string) => text] as const,
      ['in the order of the keys', inOrder] as const,
    ].map(([name, arrange]) => {
      let clean = 0;
      for (let seed = 0; seed < MERGES; seed++) {
        const random = randomFrom(seed);
        const base = add('', BASE_SIZE, random);
        const branch = (): string => arrange(add(base, 1 + Math.floor(random() * MOST_ADDED), random));
        if (mergesCleanly(work, arrange(base), branch(), branch())) clean++;
      }
      return {
        name: `clean merges, ${name}`,
        value: (100 * clean) / MERGES,
        unit: '%',
        note: `${String(clean)} of ${String(MERGES)}`,
      };
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
