/**
 * Twenty events with look-alikes and fourteen more in one folder: how many links of mentions join two events.
 *
 *   npx tsx bench/mixed.ts [--list]
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { createAnalyser } from '../src/analysis';
import { createCorpus } from '../src/corpus';
import { NO_CORRECTIONS, compareAll } from '../src/crossref';
import type { Fact } from '../src/crossref';
import { readArticleText } from '../src/text';

const ROOT = path.resolve(import.meta.dirname, '../..', 'shared/corpora');
const MODEL = path.resolve(import.meta.dirname, '../models/statements.bin');

/** Links within and across events, in pairs of mentions of two articles. */
export interface Mixed {
  readonly articles: number;
  readonly events: number;
  readonly within: number;
  readonly across: number;
  readonly confused: readonly Fact[];
}

/** Compares all events as one folder; undefined where the corpora are not there. */
export function mixed(): Mixed | undefined {
  const sets = ['clusters', 'basil'].filter((set) => existsSync(path.join(ROOT, set)));
  if (sets.length === 0) return undefined;
  const analyser = createAnalyser(existsSync(MODEL) ? new Uint8Array(readFileSync(MODEL)) : null);
  const corpus = createCorpus();
  const events = sets.flatMap((set) => readdirSync(path.join(ROOT, set)).map((event) => `${set}/${event}`));
  for (const event of events) {
    for (const name of readdirSync(path.join(ROOT, event)).filter((f) => f.endsWith('.txt'))) {
      const text = readArticleText(readFileSync(path.join(ROOT, event, name), 'utf8'), 'plain');
      corpus.put(`${event}/${name}`, text, analyser.analyse(text), 1);
    }
  }
  let within = 0;
  let across = 0;
  const confused: Fact[] = [];
  for (const fact of compareAll(corpus, NO_CORRECTIONS)) {
    const before = across;
    fact.mentions.forEach((a, i) => {
      for (const b of fact.mentions.slice(i + 1)) {
        if (a.path === b.path) continue;
        if (path.dirname(a.path) === path.dirname(b.path)) within++;
        else across++;
      }
    });
    if (across > before) confused.push(fact);
  }
  return { articles: corpus.size, events: events.length, within, across, confused };
}

if (process.argv[1] === import.meta.filename) {
  const result = mixed();
  if (result === undefined) console.log('the corpora are not beside the repository');
  else {
    const share = (100 * result.across) / Math.max(1, result.within + result.across);
    console.log(`${result.articles} articles, ${result.events} events`);
    console.log(`links within events ${result.within}, across ${result.across}: ${share.toFixed(2)} %`);
    if (process.argv.includes('--list')) {
      for (const f of result.confused)
        console.log(
          `${f.kind} ${f.label}: ${f.mentions.map((m) => `${path.basename(path.dirname(m.path)).slice(0, 12)} ${m.text.slice(0, 24)}`).join(' | ')}`,
        );
    }
  }
}
