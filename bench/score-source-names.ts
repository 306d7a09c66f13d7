/**
 * How many of the named speakers of PolNeAR's training articles are found, with the annotated sources as statements and with the
 * names alone. A speaker is named when the words before its first comma end in a capitalised word that is no people, party or first word.
 * `MISSES=1` lists what is missed.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findSources } from '../src/analysis/source';
import type { Statement } from '../src/analysis';
import { readArticleText } from '../src/text';
import type { Figure } from './figures';

interface Attributed {
  readonly text: string;
  readonly attributions: readonly { readonly source: readonly (readonly [number, number])[] }[];
}

const corpus = path.join(__dirname, '..', '..', 'shared', 'corpora', 'polnear', 'polnear_train.jsonl');

const PEOPLES =
  /(?:ans?|ese|ish|ists?|ians?|crats?|cans?|GOP|Muslims?|Jews?|Hispanics?|Latinos?|Christians?|Catholics?|Saudis?|Progressives|Conservatives|Tories)$/;

const COMMON =
  /^(?:I|It|He|She|They|We|You|Who|That|This|Some|Many|Most|Both|Another|Others|One|Two|None|People|Footage|Campaign|Half|These|Those|Nobody|Everyone|Neither|All|Each|Several|Critics|Voters|She’s|He’s|They’re|He's|She's|They've|They're|I’m|I'm|We’re)$/;

/** The name that ends the head of a speaker's words, by capitals alone; null for a description. */
function namedHead(source: string): string | null {
  const head = (
    source.split(/,| who | that | of | in | at | for | from | with | on | to | and /)[0] ?? ''
  ).trim();
  const words = head.split(/\s+/);
  const last = words.at(-1) ?? '';
  if (!/^\p{Lu}[\p{L}.'’-]+$/u.test(last) || PEOPLES.test(last)) return null;
  const alone =
    words.length === 1 || (words.length === 2 && /^(?:the|a|an|some|many|most|these)$/i.test(words[0] ?? ''));
  if (alone && (last.endsWith('s') || COMMON.test(last))) return null;
  return head;
}

/** Recall of named speakers; empty where the corpus is absent. */
export function score(): Figure[] {
  if (!existsSync(corpus)) return [];
  const articles = readFileSync(corpus, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Attributed);
  return [false, true].map((given): Figure => {
    let [named, found] = [0, 0];
    for (const article of articles) {
      const spans = article.attributions.flatMap((a) =>
        a.source[0] ? [{ start: a.source[0][0], end: a.source[0][1] }] : [],
      );
      const statements = spans.map((source): Statement => ({
        type: 'indirect',
        source,
        sourceId: null,
        cue: [],
        content: [],
      }));
      const { sources } = findSources(readArticleText(article.text, 'plain'), given ? statements : []);
      const mentions = sources.flatMap((s) => s.mentions.filter((m) => m.form === 'name'));
      for (const span of spans) {
        const name = namedHead(article.text.slice(span.start, span.end));
        if (!name) continue;
        named++;
        if (mentions.some((m) => m.start < span.end && span.start < m.end)) found++;
        else if (process.env.MISSES)
          console.log(
            `    ${given ? 'given' : 'alone'}: ${article.text.slice(span.start - 20, span.end + 25).replaceAll('\n', '|')}`,
          );
      }
    }
    return {
      name: `named speakers found on PolNeAR train, ${given ? 'given statements' : 'names alone'}`,
      value: (100 * found) / named,
      unit: '%',
      note: `${found} of ${named}`,
    };
  });
}
