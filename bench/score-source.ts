/**
 * Source mentions and entities on the gold files beside the repository, by the scorer's own measure, in process. `MISSES=1` prints what
 * was missed, split or merged.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findSources } from '../src/analysis/source';
import type { Source, Statement } from '../src/analysis';
import { joinSources } from '../src/corpus/entities';
import { readArticleText } from '../src/text';
import type { Figure } from './figures';

interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
interface GoldSources {
  readonly sources: readonly {
    readonly id: string;
    readonly named: boolean;
    readonly files: Readonly<
      Record<string, { readonly mentions: readonly (GoldSpan & { readonly mentionType: string })[] }>
    >;
  }[];
}
interface GoldStatement {
  readonly file: string;
  readonly type: Statement['type'];
  readonly source: GoldSpan | null;
  readonly cue: GoldSpan;
  readonly content: readonly GoldSpan[];
}

/** Figures in percent, null where there is nothing to count. */
export interface SourceScore {
  readonly mentionRecall: number | null;
  readonly sameEntityRecall: number | null;
  readonly sameEntityPrecision: number | null;
  readonly misses: readonly string[];
}

const shared = path.join(__dirname, '..', '..', 'shared');

/** The gold's shape is fixed by its guidelines; a bench trusts it. */
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Scores the gold files; null where they are absent. */
export function scoreSources(withStatements: boolean): SourceScore | null {
  const goldFile = path.join(shared, 'gold', 'sources.json');
  if (!existsSync(goldFile)) return null;
  const gold = readJson(goldFile) as GoldSources;
  const statements = readJson(path.join(shared, 'gold', 'statements.json')) as readonly GoldStatement[];
  const files = [...new Set(gold.sources.flatMap((s) => Object.keys(s.files)))].sort();
  const articles = files.map((file) => {
    const text = readArticleText(readFileSync(path.join(shared, 'articles', file), 'utf8'), 'plain');
    const given = withStatements ? statements.filter((s) => s.file === file) : [];
    const found = findSources(
      text,
      given.map((s) => ({
        type: s.type,
        source: s.source,
        sourceId: null,
        cue: [s.cue],
        content: s.content,
      })),
    );
    return { path: file, sources: found.sources };
  });
  const entities = joinSources(articles);
  const idAt = (file: string, span: GoldSpan): string | null => {
    const sources: readonly Source[] = articles.find((a) => a.path === file)?.sources ?? [];
    const source = sources.find((s) => s.mentions.some((m) => m.start < span.end && span.start < m.end));
    return source ? entities.idOf(file, source.id) : null;
  };
  return count(gold, idAt);
}

function count(gold: GoldSources, idAt: (file: string, span: GoldSpan) => string | null): SourceScore {
  const misses: string[] = [];
  const found: { gold: string; id: string; text: string }[] = [];
  let total = 0;
  for (const s of gold.sources) {
    if (!s.named) continue;
    for (const [file, { mentions }] of Object.entries(s.files)) {
      for (const m of mentions.filter((x) => x.mentionType === 'name')) {
        total++;
        const id = idAt(file, m);
        if (id === null) misses.push(`missed ${file.slice(0, 3)} ${m.text}`);
        else found.push({ gold: s.id, id, text: m.text });
      }
    }
  }
  let [same, joined, both] = [0, 0, 0];
  found.forEach((a, i) => {
    for (const b of found.slice(i + 1)) {
      if (a.gold === b.gold) same++;
      if (a.id === b.id) joined++;
      if (a.gold === b.gold && a.id === b.id) both++;
      else if (a.gold === b.gold) misses.push(`split ${a.text} (${a.id}) | ${b.text} (${b.id})`);
      else if (a.id === b.id) misses.push(`merged ${a.text} | ${b.text} (${a.id})`);
    }
  });
  const percent = (n: number, of: number): number | null => (of === 0 ? null : (100 * n) / of);
  return {
    mentionRecall: percent(found.length, total),
    sameEntityRecall: percent(both, same),
    sameEntityPrecision: percent(both, joined),
    misses,
  };
}

/** The three figures, with names found alone and with the gold's statements given in; empty where the gold is absent. */
export function score(): Figure[] {
  return [false, true].flatMap((withStatements): Figure[] => {
    const found = scoreSources(withStatements);
    if (found === null) return [];
    if (process.env.MISSES) for (const miss of found.misses) console.log(`    ${miss}`);
    const given = withStatements ? 'given statements' : 'names alone';
    return [
      {
        name: `source mentions found, ${given}`,
        value: found.mentionRecall ?? NaN,
        unit: '%',
        note: 'at least 97',
      },
      {
        name: `same entity recall, ${given}`,
        value: found.sameEntityRecall ?? NaN,
        unit: '%',
        note: 'at least 97',
      },
      {
        name: `same entity precision, ${given}`,
        value: found.sameEntityPrecision ?? NaN,
        unit: '%',
        note: 'at least 97',
      },
    ];
  });
}
