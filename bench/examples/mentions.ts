import type { ExpectedQuantity, ExpectedStatement, Place } from '../../test/unit/examples/expectations';
import { overlap, type Stretch, type Tally } from './tally';

interface FoundStatement {
  readonly type: string;
  readonly source: Stretch | null;
  readonly cue: readonly Stretch[];
  readonly content: readonly Stretch[];
}

interface FoundQuantity extends Stretch {
  readonly text: string;
  readonly kind: string;
  readonly value: string | number | null;
  readonly unit: string | null;
  readonly wordless?: boolean;
}

/** An article as `analyze --format json` prints it. */
export interface AnalysedArticle {
  readonly path: string;
  readonly statements: readonly FoundStatement[];
  readonly quantities: readonly FoundQuantity[];
}

const find = (articles: readonly AnalysedArticle[], name: string): AnalysedArticle | undefined =>
  articles.find((article) => article.path.endsWith(name));

/** Where the words inside the stretches start. */
function words(text: string, stretches: readonly Stretch[]): ReadonlySet<number> {
  const starts = stretches.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map((match) => start + match.index),
  );
  return new Set(starts);
}

/** Words in common: twice the common ones over all. */
function likeness(text: string, a: readonly Stretch[], b: readonly Stretch[]): number {
  const [first, second] = [words(text, a), words(text, b)];
  const common = [...first].filter((start) => second.has(start)).length;
  return common === 0 ? 0 : (2 * common) / (first.size + second.size);
}

/** Statements match when their cues overlap and half of the content's words are common; each is used once. */
export function scoreStatements(
  tally: Tally,
  text: string,
  name: string,
  expected: readonly ExpectedStatement[],
  articles: readonly AnalysedArticle[],
): void {
  const found = find(articles, name)?.statements ?? [];
  const used = new Set<FoundStatement>();
  const show = (stretches: readonly Stretch[]): string =>
    stretches.map(({ start, end }) => text.slice(start, end).slice(0, 70)).join(' … ');
  for (const want of expected) {
    const [best] = found
      .filter((statement) => !used.has(statement))
      .filter((statement) => statement.cue.some((cue) => want.cue.some((other) => overlap(cue, other))))
      .map((statement) => ({ statement, like: likeness(text, statement.content, want.content) }))
      .filter(({ like }) => like >= 0.5 || want.content.length === 0)
      .sort((a, b) => b.like - a.like);
    if (best !== undefined) used.add(best.statement);
    if (want.optional) continue;
    tally.add(
      'statements found',
      best !== undefined,
      `${name}: ${show(want.cue)} | ${show(want.content)}`,
    );
    if (best === undefined) continue;
    const { source, type } = best.statement;
    const sourceRight = want.source === null ? source === null : source !== null && overlap(source, want.source);
    tally.add(
      'statements: source right',
      sourceRight,
      `${name}: ${show(want.source === null ? [] : [want.source])} → ${show(source === null ? [] : [source])}`,
    );
    tally.add('statements: type right', type === want.type, `${name}: ${show(want.content)} ${want.type} → ${type}`);
  }
  for (const statement of found) {
    const line = `${name}: ${show(statement.cue)} | ${show(statement.content)}`;
    tally.add('statements right', used.has(statement), line);
  }
}

/** Quantities match where they overlap. Days of the week and other dates without digits are neither asked for nor wrong. */
export function scoreQuantities(
  tally: Tally,
  name: string,
  expected: readonly ExpectedQuantity[],
  designators: readonly Place[],
  articles: readonly AnalysedArticle[],
): void {
  const found = find(articles, name)?.quantities ?? [];
  for (const want of expected.filter(({ loose }) => !loose)) {
    const hit = found.find((quantity) => overlap(quantity, want));
    tally.add('numbers found', hit !== undefined, `${name}: ${want.text}`);
    if (hit === undefined) continue;
    tally.add(
      'numbers: value right',
      sameValue(hit.value, want.value),
      `${name}: ${want.text} → ${String(hit.value)}`,
    );
    if (want.unit !== null) {
      tally.add(
        'numbers: unit right',
        hit.unit === want.unit,
        `${name}: ${want.text} ${want.unit} → ${String(hit.unit)}`,
      );
    }
  }
  for (const quantity of found.filter(({ wordless }) => wordless !== true)) {
    tally.add(
      'numbers right',
      expected.some((want) => overlap(quantity, want)),
      `${name}: ${quantity.text} (${quantity.kind})`,
    );
  }
  for (const place of designators) {
    const hit = find(articles, place.article)?.quantities.some((quantity) => overlap(quantity, place));
    tally.add('designators left alone', hit !== true, `${place.article}: ${place.text}`);
  }
}

function sameValue(found: string | number | null, want: string | number | null): boolean {
  if (typeof found === 'number' && typeof want === 'number') return Math.abs(found - want) < 1e-9;
  return String(found) === String(want);
}
