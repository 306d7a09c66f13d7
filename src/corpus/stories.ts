import { comparePaths } from './corpus';
import type { Corpus } from './corpus';
import { splitIntoEvents } from './event-split';
import { KeptParts } from './kept-parts';
import type { CorpusArticle } from './held-article';
import { RELATED } from './relatedness';

/** Articles of one event, sorted by path. */
export type Story = readonly CorpusArticle[];

/** Which articles tell of the same event. */
export interface Stories {
  /** The story an article belongs to, with the article itself; empty for a path that the corpus does not hold. */
  of(path: string): Story;
  /** The same where it is at hand. */
  found(path: string): Story | undefined;
  /** Does the costly part of finding an article's story in small steps; `of` is quick behind the last. */
  prepare(path: string): Generator<undefined, void>;
  /** Every story, also those of one article, by their first path. */
  all(): readonly Story[];
}

/** A set of articles on one subject larger than this is first cut at higher similarities. */
const LARGEST_SUBJECT = 120;
const STEP = 0.04;
/** Splits of subjects that no longer stand are dropped when there are this many more than articles. */
const SPARE = 256;
const HIGHEST = 0.7;
/** A corpus that changes this often while a story is looked for is no longer waited for. */
const MOST_ROUNDS = 8;

/**
 * Groups a corpus into stories: first by subject (articles linked by similarity), then each subject into events.
 * Computed when asked, for the asked article's surroundings only, and kept until one of them changes.
 *
 * @param pinned groups of paths that a person declared to be stories of their own
 */
export function createStories(corpus: Corpus, pinned: readonly (readonly string[])[] = []): Stories {
  const pinnedGroup = new Map<string, number>();
  pinned.forEach((paths, group) => {
    for (const path of paths) if (!pinnedGroup.has(path)) pinnedGroup.set(path, group);
  });
  const splits = new Map<string, readonly Story[]>();
  const parts = new KeptParts(corpus.dictionary);
  /** Stories found since the corpus last changed. */
  const found = new Map<CorpusArticle, Story>();
  let foundAt = -1;

  const isPinned = (slot: number): boolean =>
    pinnedGroup.size > 0 && pinnedGroup.has(corpus.bySlot(slot)?.path ?? '');
  const subjectOf = function* (start: CorpusArticle): Generator<undefined, CorpusArticle[]> {
    for (let threshold = 0; ; threshold += STEP) {
      // No two related articles are less alike than that.
      if (threshold > 0 && threshold < RELATED) continue;
      const found = yield* component(corpus, start, threshold, isPinned);
      if (found !== undefined) return found;
    }
  };
  const eventsOf = function* (subject: CorpusArticle[]): Generator<undefined, readonly Story[]> {
    subject.sort((a, b) => comparePaths(a.path, b.path));
    const key = subject.map((a) => a.slot).join(' ');
    const known = splits.get(key);
    if (known !== undefined) return known;
    const members = subject.map(({ path, features, date }) => ({ path, features, date }));
    const places = yield* splitIntoEvents(members, parts);
    const events = places.map((indices) =>
      indices.map((i) => subject[i]).filter((article) => article !== undefined),
    );
    if (splits.size > corpus.size + SPARE) splits.clear();
    splits.set(key, events);
    return events;
  };
  const storiesAround = function* (article: CorpusArticle): Generator<undefined, readonly Story[]> {
    const group = pinnedGroup.get(article.path);
    if (group === undefined) return yield* eventsOf(yield* subjectOf(article));
    const members = (pinned[group] ?? [])
      .filter((p) => pinnedGroup.get(p) === group)
      .map((p) => corpus.article(p));
    return [members.filter((a) => a !== undefined).sort((a, b) => comparePaths(a.path, b.path))];
  };
  const storyAt = (article: CorpusArticle): Story | undefined => {
    if (foundAt !== corpus.revision) found.clear();
    foundAt = corpus.revision;
    return found.get(article);
  };
  const keep = (article: CorpusArticle, stories: readonly Story[]): Story => {
    const story = stories.find((s) => s.includes(article)) ?? [article];
    for (const member of story) found.set(member, story);
    return story;
  };
  return {
    of(path) {
      const article = corpus.article(path);
      if (article === undefined) return [];
      return storyAt(article) ?? keep(article, atOnce(storiesAround(article)));
    },
    found(path) {
      const article = corpus.article(path);
      return article === undefined ? [] : storyAt(article);
    },
    *prepare(path) {
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const article = corpus.article(path);
        if (article === undefined || storyAt(article) !== undefined) return;
        const { revision } = corpus;
        const steps = storiesAround(article);
        let step = steps.next();
        // What was found so far may be of versions that are gone.
        while (step.done !== true && corpus.revision === revision) {
          yield;
          if (corpus.revision === revision) step = steps.next();
        }
        if (step.done === true) keep(article, step.value);
      }
    },
    all() {
      const seen = new Set<CorpusArticle>();
      const stories: Story[] = [];
      for (const article of corpus.articles()) {
        if (seen.has(article)) continue;
        const story = this.of(article.path);
        for (const member of story) seen.add(member);
        stories.push(story);
      }
      return stories;
    },
  };
}

function atOnce<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The articles reached from one over similarities above a threshold; undefined where they are too many to be one subject. */
function* component(
  corpus: Corpus,
  start: CorpusArticle,
  threshold: number,
  isPinned: (slot: number) => boolean,
): Generator<undefined, CorpusArticle[] | undefined> {
  const reached = new Set([start.slot]);
  for (const slot of reached) {
    // Subjects have many thousands of such pairs: destructuring each would leave as many lists behind.
    corpus.relatedSlots(slot).forEach((similarity, other) => {
      if (similarity >= threshold && !reached.has(other) && !isPinned(other)) reached.add(other);
    });
    if (reached.size > LARGEST_SUBJECT && threshold < HIGHEST) return undefined;
    yield;
  }
  return [...reached].map((slot) => corpus.bySlot(slot)).filter((article) => article !== undefined);
}
