/**
 * Anchoring measured on synthetic edits of the example articles (and of other articles where they are at hand): `npm run bench --
 * anchor`. Limits were tuned on one half of the articles (`HALF=tune`); what is printed by default is the other half. `SHOW=kind`
 * prints the trials of a kind that went wrong (`alone:false:removed`), `SHOW_REVISIONS=` those of the revisions.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { anchor, newAnnotation } from '../src/annotation';
import { pickSpan, readArticle } from './anchor/article';
import { EDITS } from './anchor/edits';
import { Random } from './anchor/random';
import { histories, passagesOf } from './anchor/revisions';
import { METHODS, trial, trials } from './anchor/trial';
import type { Method, Trial, Verdict } from './anchor/trial';
import type { Figure } from './figures';

const ROOT = path.resolve(__dirname, '..');
const LEAST_SPANS = 10_000;

/** All figures of the chosen half: quality by kind and together, and time. */
export function bench(): Figure[] {
  const half = process.env.HALF === 'tune' ? 0 : 1;
  const all = articles();
  const chosen = all.filter((_, i) => i % 2 === half);
  const count = Math.ceil((LEAST_SPANS * 1.1) / (chosen.length * Object.keys(EDITS).length));
  const made = chosen.flatMap((text, i) => {
    const strangers = all.filter((other) => other !== text).flatMap(sentencesOf);
    return trials(text, strangers, count, 1000 * half + i);
  });
  printTable(made);
  show(made, process.env.SHOW);
  return [
    { name: 'spans', value: made.length },
    ...METHODS.flatMap((method) => quality(made, method)),
    ...revisionFigures(),
    ...times(all),
  ];
}

/** The same figures on revisions of the examples as editors made them; nothing was tuned on these. */
function revisionFigures(): Figure[] {
  const made = histories().flatMap((history) =>
    passagesOf(history).map(({ base, now, span, truth }) => trial(history.name, base, now, span, truth)),
  );
  show(made, process.env.SHOW_REVISIONS);
  const figures = METHODS.flatMap((method) => quality(made, method).slice(0, 4));
  return [{ name: 'spans', value: made.length }, ...figures].map((figure) => ({
    ...figure,
    name: `revisions: ${figure.name}`,
  }));
}

function articles(): string[] {
  const folders = [path.join(ROOT, 'examples'), path.join(ROOT, '..', 'shared', 'articles')];
  return folders.filter((folder) => existsSync(folder)).flatMap(textsIn);
}

function textsIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name);
      if (statSync(file).isDirectory()) return textsIn(file);
      const isArticle = /\.(?:txt|md)$/.test(name) && name !== 'README.md';
      return isArticle ? [readFileSync(file, 'utf8').replace(/^\ufeff/, '')] : [];
    });
}

function sentencesOf(text: string): string[] {
  const article = readArticle(text);
  return article.sentences
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '))
    .filter((sentence) => sentence.length > 30 && sentence.length < 300);
}

const NAMES: Record<Method, string> = { base: 'with base', alone: 'without base', quote: 'quote matcher' };
const SURVIVORS: readonly Verdict[] = ['right', 'suggested', 'missed', 'wrong'];

function quality(made: readonly Trial[], method: Method): Figure[] {
  const count = (...wanted: Verdict[]): number =>
    made.filter((trial) => wanted.includes(trial.verdicts[method])).length;
  const survivors = count(...SURVIVORS);
  const gone = count('gone', 'false');
  const twins = made.filter(({ kind, truth }) => kind.includes('stays') && truth.fate === 'gone');
  const fooled = twins.filter(({ verdicts }) => verdicts[method] === 'false').length;
  const percent = (name: string, part: number, whole: number): Figure => ({
    name: `${NAMES[method]}: ${name}`,
    value: (100 * part) / whole,
    unit: '%',
    note: `${part} of ${whole}`,
  });
  return [
    percent('right', count('right'), survivors),
    percent('right or suggested', count('right', 'suggested'), survivors),
    percent('wrong', count('wrong'), survivors),
    percent('gone but anchored', count('false'), gone),
    percent('gone but anchored, look-alike stays', fooled, twins.length),
  ];
}

/** Right / suggested / missed / wrong, and false of gone, for each kind and method. */
function printTable(made: readonly Trial[]): void {
  console.log(`${'kind'.padEnd(40)}${METHODS.map((method) => NAMES[method].padEnd(36)).join('')}`);
  console.log(
    `${''.padEnd(40)}${METHODS.map(() => 'right sugg. missed wrong  false/gone'.padEnd(36)).join('')}`,
  );
  for (const kind of Object.keys(EDITS)) {
    const rows = METHODS.map((method) => {
      const verdicts = made.filter((trial) => trial.kind === kind).map((trial) => trial.verdicts[method]);
      const count = (verdict: Verdict): string => String(verdicts.filter((v) => v === verdict).length);
      const gone = verdicts.filter((v) => v === 'gone' || v === 'false').length;
      return (
        SURVIVORS.map((verdict) => count(verdict).padStart(5)).join(' ') +
        `  ${count('false').padStart(4)}/${gone}`
      ).padEnd(36);
    });
    console.log(kind.padEnd(40) + rows.join(''));
  }
}

/** Prints trials that a method got wrong, for looking. */
function show(made: readonly Trial[], wanted: string | undefined): void {
  if (wanted === undefined) return;
  const [method, verdict, kind = ''] = wanted.split(':');
  for (const trial of made
    .filter((t) => t.kind.includes(kind) && METHODS.some((m) => m === method && t.verdicts[m] === verdict))
    .slice(0, Number(process.env.LIMIT ?? 12))) {
    const result = trial.results[method === 'alone' ? 'alone' : 'base'];
    const cut = (text: string, span: { start: number; end: number } | null | undefined): string =>
      span === null || span === undefined
        ? '–'
        : JSON.stringify(
            `${text.slice(Math.max(0, span.start - 40), span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 40)}`,
          );
    console.log(`\n${trial.kind} · ${trial.truth.fate} · ${result.status}`);
    console.log(`  was   ${cut(trial.base, trial.annotation.selector?.at)}`);
    console.log(`  truth ${cut(trial.now, trial.truth.span)}`);
    console.log(
      `  found ${cut(trial.now, result.span)} offered ${result.candidates.map((c) => cut(trial.now, c)).join(' ')}`,
    );
  }
}

/** CPU time an annotation with 10,000 on a text of a megabyte, a tenth of whose words were replaced, and on one of half that size. */
function times(texts: readonly string[]): Figure[] {
  const figures: Figure[] = [];
  for (const megabytes of [0.5, 1]) {
    const random = new Random(7);
    const base = longText(texts, megabytes * 1_000_000, random);
    const article = readArticle(base);
    const now = base.replace(/\p{L}{4,}/gu, (word) => (random.next() < 0.02 ? 'changed' : word));
    const bytes = (array: Uint8Array): Uint8Array => array.map(() => random.below(256));
    const ports = { now: () => new Date(0), random: bytes };
    const annotations = Array.from({ length: 10_000 * megabytes }, () =>
      newAnnotation({ text: base, span: pickSpan(article, random), by: 'bench', note: '' }, ports),
    );
    for (const [name, given] of [
      ['with base', base],
      ['without base', undefined],
    ] as const) {
      const start = process.cpuUsage();
      const results = anchor(annotations, now, given);
      const { user, system } = process.cpuUsage(start);
      const value = (user + system) / 1000 / results.length;
      figures.push({
        name: `${name}: ${annotations.length} on ${megabytes} MB`,
        value,
        unit: 'ms of CPU each',
      });
    }
  }
  return figures;
}

function longText(texts: readonly string[], length: number, random: Random): string {
  const sentences = texts.flatMap(sentencesOf);
  let text = '';
  while (text.length < length) {
    const number = String(random.below(100_000));
    text += `${random.pick(sentences)} ${random.pick(sentences)} It was entry ${number}.\n\n`;
  }
  return text;
}
