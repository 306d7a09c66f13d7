import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as chrono from 'chrono-node';
import { findQuantities } from '../src/analysis/quantity';
import { readArticleText, type ArticleText } from '../src/text';
import type { Figure } from './figures';
import { SHARED } from './quantity-specs';

/** Invented news prose, used where the shared corpora are absent. */
const SAMPLE = `The ferry carried 65 miners and a crew of six when it sank about 10 km (six miles) off Port Astra at 11:15 a.m. local
time (0815 GMT) on Tuesday, the harbour office said. Divers found 18 people dead, and at least 24 others were missing on Wednesday.

The owner, Brandt Lines, said it would pay $2.5 million to the families. It was the second loss in three years. In May 2023 one of its
tugs ran aground in fog, and none of the crew was hurt. Officials said that the wind had reached 90 kilometres an hour.

`;

/** News text of at least `bytes` characters, of one mebibyte-sized piece repeated. */
function newsText(bytes: number): string {
  const folder = path.join(SHARED, 'corpora/basil');
  const texts = existsSync(folder)
    ? readdirSync(folder).flatMap((event) =>
        readdirSync(path.join(folder, event)).map((f) => readFileSync(path.join(folder, event, f), 'utf8')),
      )
    : [SAMPLE];
  const piece = texts.join('\n\n');
  return piece.repeat(Math.ceil(bytes / piece.length)).slice(0, bytes);
}

/** CPU seconds of `run`, the best of `times`: what other processes do disturbs it less than the clock. */
function cpuSeconds(run: () => unknown, times: number): number {
  let best = Infinity;
  for (let i = 0; i < times; i++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

function proseOnly(prose: string): ArticleText {
  return { ...readArticleText('', 'plain'), prose };
}

const NUMBER =
  /\d[\d,.]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion)\b/gi;

/** Speed beside peers, and how the time grows from 256 kB to 1 MB of hostile text (4 is linear). */
export function bench(): Figure[] {
  const lines: Figure[] = [];
  const news = newsText(2_000_000);
  const text = readArticleText(news, 'plain');
  const speed = (name: string, bytes: number, run: () => unknown, times: number): void => {
    lines.push({ name, value: bytes / 1e6 / cpuSeconds(run, times), unit: 'MB/s', note: 'CPU time' });
  };
  speed('findQuantities, news', news.length, () => findQuantities(text), 8);
  speed(
    'a regular expression for digits and number words (no values)',
    news.length,
    () => [...news.matchAll(NUMBER)],
    4,
  );
  const articles = news.slice(0, 120_000).match(/[^]{1,4000}/g) ?? [];
  speed('chrono-node, articles of 4 kB', 120_000, () => articles.map((a) => chrono.parse(a)), 2);
  for (const unit of [
    '7',
    ',',
    '1,',
    '1-',
    '$',
    'a hundred and ',
    'one of the ',
    'three million, two ',
    '1 km (',
    'half ',
  ]) {
    const of = (bytes: number): ArticleText => proseOnly(unit.repeat(Math.floor(bytes / unit.length)));
    const [small, large] = [of(256_000), of(1_024_000)];
    const run = (t: ArticleText) => (): unknown => findQuantities(t, { dateline: null });
    lines.push({
      name: `growth from 256 kB to 1 MB of ${JSON.stringify(unit)}`,
      value: cpuSeconds(run(large), 3) / Math.max(cpuSeconds(run(small), 3), 1e-4),
      unit: 'times',
      note: 'linear is 4',
    });
  }
  return lines;
}
