import type { FactItem, RelationName } from '../../protocol';

/** What the matrix is narrowed to. */
export interface MatrixFilter {
  readonly relation: RelationName | 'all';
  readonly story: string;
  readonly words: string;
}

/** One story's table: its articles as columns, its facts as rows. */
export interface MatrixTable {
  readonly story: string;
  readonly paths: readonly string[];
  readonly rows: readonly FactItem[];
}

const ORDER: readonly RelationName[] = ['differ', 'refine', 'agree'];

/** The signs that stand for relations wherever there is no room for an icon. */
const SIGNS: Record<RelationName, string> = { differ: '≠', refine: '~', agree: '=' };

/** The tables to show: facts that differ first (the certain before the others), columns in path order, only articles that tell of a shown fact. */
export function tablesOf(facts: readonly FactItem[], filter: MatrixFilter): MatrixTable[] {
  const words = filter.words.trim().toLowerCase();
  const wanted = facts.filter(
    (fact) =>
      (filter.relation === 'all' || fact.relation === filter.relation) &&
      (filter.story === '' || fact.story === filter.story) &&
      (words === '' || searchable(fact).includes(words)),
  );
  const stories = new Map<string, FactItem[]>();
  for (const fact of wanted) stories.set(fact.story, [...(stories.get(fact.story) ?? []), fact]);
  return [...stories].map(([story, rows]) => ({
    story,
    paths: [...new Set(rows.flatMap((fact) => fact.mentions.map((m) => m.path)))].sort(),
    rows: rows.sort((a, b) => rankOf(a) - rankOf(b)),
  }));
}

/** By relation; in each, what is certain goes before what is not. */
function rankOf({ relation, certain }: FactItem): number {
  return 2 * ORDER.indexOf(relation) + (certain ? 0 : 1);
}

/** The sign of a fact, with a question mark where it may not be the same thing. */
export function signOf({ relation, certain }: FactItem): string {
  return certain ? SIGNS[relation] : `${SIGNS[relation]}?`;
}

function searchable(fact: FactItem): string {
  return [fact.label, ...fact.reasons, ...fact.mentions.flatMap((m) => [m.words, m.speaker ?? ''])]
    .join('\n')
    .toLowerCase();
}

/** Column titles: file names, or whole paths where names repeat. */
export function columnTitle(path: string, paths: readonly string[]): string {
  const name = (p: string): string => p.slice(p.lastIndexOf('/') + 1);
  return paths.filter((p) => name(p) === name(path)).length > 1 ? path : name(path);
}

/** The cells of a fact: for each path the words of each of its mentions there. */
export function cellsOf(fact: FactItem, paths: readonly string[]): FactItem['mentions'][number][][] {
  return paths.map((path) => fact.mentions.filter((m) => m.path === path));
}
