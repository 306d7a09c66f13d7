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
export const SIGNS: Record<RelationName, string> = { differ: '≠', refine: '~', agree: '=' };

/** The tables to show: facts that differ first, columns in path order, only articles that tell of a shown fact. */
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
    rows: rows.sort((a, b) => ORDER.indexOf(a.relation) - ORDER.indexOf(b.relation)),
  }));
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
