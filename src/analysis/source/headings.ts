import type { ArticleWords } from './article-words';
import type { Entity } from './entity';
import type { NameRun } from './name-scan';

/** Longest name looked for in a heading, in words. */
const LONGEST = 6;

/**
 * In a heading with a capital on every word only names that the text below knows are names. Adds their mentions.
 */
export function findKnownInHeadings(
  words: ArticleWords,
  entities: readonly Entity[],
  headings: readonly NameRun[],
): void {
  if (headings.length === 0) return;
  const known = knownNames(entities);
  for (const run of headings) {
    for (let i = run.first; i < run.end; i++) {
      for (let end = Math.min(run.end, i + LONGEST); end > i; end--) {
        const entity = known.get(words.phrase(i, end).toLowerCase());
        if (!entity) continue;
        addMention(words, entity, run, i, end);
        i = end - 1;
        break;
      }
    }
  }
  for (const e of entities) e.mentions.sort((a, b) => a.start - b.start);
}

/** Names by their small letters; a name of two entities is left out. */
function knownNames(entities: readonly Entity[]): Map<string, Entity> {
  const known = new Map<string, Entity | null>();
  const read = new Map<string, Entity>();
  for (const e of entities) {
    if (e.type !== 'person' && e.type !== 'organization') continue;
    for (const m of e.mentions) {
      if (read.get(m.text) === e) continue;
      read.set(m.text, e);
      const name = m.text.replace(/\s+/g, ' ').replaceAll('’', "'").toLowerCase();
      const other = known.get(name);
      known.set(name, other === undefined || other === e ? e : null);
    }
  }
  const sure = new Map<string, Entity>();
  for (const [name, e] of known) if (e) sure.set(name, e);
  return sure;
}

function addMention(words: ArticleWords, entity: Entity, run: NameRun, first: number, end: number): void {
  const [start, stop] = [words.start(first), words.end(end - 1)];
  const text = words.text.prose.slice(start, stop);
  entity.mentions.push({
    start,
    end: stop,
    text,
    form: 'name',
    title: null,
    first,
    sentence: run.sentence,
    speaks: false,
  });
}
