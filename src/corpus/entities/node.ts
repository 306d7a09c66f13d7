import type { Source } from '../../analysis';
import { bodyKey, nameParts, ROLES, type BodyKey } from '../../analysis/source';

/** One source of one article on its way to an entity. */
export interface Node {
  readonly index: number;
  /** Index of the article. */
  readonly article: number;
  readonly source: Source;
  /** The words of a person's fullest name. */
  readonly parts: readonly string[];
  readonly body: BodyKey | null;
  /** Every form of the name in the article. */
  readonly forms: readonly string[];
  /** The words of its titles, in small letters, with a role among them; empty otherwise. */
  readonly titles: ReadonlySet<string>;
}

/** Reads what joining needs from one source. */
export function readNode(source: Source, article: number, index: number): Node {
  const forms = new Set([source.name]);
  const titles = new Set<string>();
  for (const m of source.mentions) {
    if (m.form === 'name') forms.add(m.text.replace(/\s+/g, ' ').replaceAll('’', "'"));
  }
  for (const word of (source.title ?? '').toLowerCase().split(/[^\p{L}]+/u))
    if (ROLES.has(word)) titles.add(word);
  return {
    index,
    article,
    source,
    parts: source.type === 'person' ? nameParts(source.name) : [],
    body: source.type === 'organization' ? bodyKey(source.name, source.country ?? null) : null,
    forms: [...forms],
    titles,
  };
}
