import type { Corpus, CorpusArticle, Stories, Story } from '../corpus';
import { createStories } from '../corpus';
import type { Corrections } from './corrections';
import { FactStore } from './fact-store';
import type { Fact } from './model';
import { findNamed } from './shared-names';
import type { NamedPlaces } from './shared-names';
import { SMALL_STORY, StoryComparison } from './story-comparison';
import type { StoryJob } from './story-job';
import { readStoryResult, storyJob } from './story-job';

/** In large stories each article is compared with this many others only. */
const NEAREST = 8;

/** A story of so many articles is compared as a whole as fast as one of them with the others. */
const FEW = 6;
/** Articles whose first facts are kept while their stories are compared. */
const NEARBY = 32;

/** The facts of an article as far as they are found. */
export interface FactsSoFar {
  readonly facts: readonly Fact[];
  /** Whether all of its story has been compared. */
  readonly whole: boolean;
}

/** A story to compare elsewhere. */
export interface ComparisonJob {
  readonly story: StoryJob;
  /** To be called with what the job gave, or null where it failed. */
  readonly end: (result: Uint8Array | null) => void;
}

/** The facts of a corpus under one set of corrections, found when asked for and kept until an article near them changes. */
export class Comparison {
  readonly stories: Stories;
  private readonly comparison: StoryComparison;
  private readonly facts: FactStore;
  /** By path, the facts of single articles whose stories are still to be compared. */
  private readonly nearby = new Map<string, { readonly story: string; readonly facts: readonly Fact[] }>();
  /** By path, the stories of the versions of articles that were {@link prepareEdit prepared}. */
  private readonly prepared = new Map<string, string>();
  /** The stories that are being compared elsewhere. */
  private readonly away = new Set<string>();

  constructor(
    private readonly corpus: Corpus,
    private readonly corrections: Corrections,
  ) {
    this.stories = createStories(corpus, corrections.stories);
    this.comparison = new StoryComparison(corpus.dictionary, corrections, (a) => this.nearest(a));
    this.facts = new FactStore(
      (path) => corpus.article(path)?.packed.source ?? '',
      (story) => slotsOf(story).every((slot) => corpus.bySlot(slot) !== undefined),
    );
  }

  all(): readonly Fact[] {
    return this.stories.all().flatMap((story) => this.ofStory(story));
  }

  /** The facts with a mention in one article. */
  of(path: string): readonly Fact[] {
    const story = this.stories.of(path);
    return (
      this.facts.of(keyOf(story), path) ??
      this.ofStory(story).filter((f) => f.mentions.some((m) => m.path === path))
    );
  }

  /** The facts of the stories that some articles are of, each once. */
  around(paths: Iterable<string>): readonly Fact[] {
    const stories = new Map(
      [...paths].map((path) => this.stories.of(path)).map((story) => [keyOf(story), story]),
    );
    return [...stories.values()].flatMap((story) => this.ofStory(story));
  }

  /**
   * The facts with a mention in one article as far as they are found: of its whole story, or else with the articles nearest to it
   * ({@link stepsAround}), or else its story is compared now.
   */
  soFar(path: string): FactsSoFar {
    const story = this.stories.of(path);
    const around = this.nearby.get(path);
    if (!this.facts.has(keyOf(story)) && around?.story === keyOf(story))
      return { facts: around.facts, whole: false };
    return { facts: this.of(path), whole: true };
  }

  /** Whether the facts of an article's story are at hand. */
  has(path: string): boolean {
    const story = this.stories.found(path);
    return story !== undefined && (story.length < 2 || this.facts.has(keyOf(story)));
  }

  /** Whether {@link soFar} is quick. */
  hasSoFar(path: string): boolean {
    const story = this.stories.found(path);
    return this.has(path) || (story !== undefined && this.nearby.get(path)?.story === keyOf(story));
  }

  /** Finds in small steps what {@link soFar} tells. Much sooner done than {@link steps} where the story is large. */
  *stepsAround(path: string): Generator<undefined, void> {
    yield* this.stories.prepare(path);
    const story = this.stories.of(path);
    const key = keyOf(story);
    const article = story.find((member) => member.path === path);
    if (article === undefined || story.length <= FEW) yield* this.steps(path);
    else if (!this.facts.has(key) && this.nearby.get(path)?.story !== key) {
      const facts = yield* this.comparison.stepsAround(article, story);
      const own = facts.filter((f) => f.mentions.some((m) => m.path === path));
      if (this.nearby.size >= NEARBY) this.nearby.clear();
      this.nearby.set(path, { story: key, facts: own });
    }
  }

  /**
   * Finds in small steps what comparing the next version of an article rests on: the facts of a story that was compared elsewhere, or
   * packed since, are at hand without it.
   */
  *prepareEdit(path: string): Generator<undefined, void> {
    yield* this.corpus.prepare();
    yield* this.stories.prepare(path);
    const story = this.stories.of(path);
    const key = keyOf(story);
    const article = story.find((member) => member.path === path);
    if (article === undefined || story.length < 2 || this.prepared.get(path) === key) return;
    if (this.nearby.get(path)?.story === key) return;
    if (story.length <= FEW) yield* this.comparison.steps(story);
    else yield* this.comparison.stepsAround(article, story);
    if (this.prepared.size >= NEARBY) this.prepared.clear();
    this.prepared.set(path, key);
  }

  /** Finds the facts of an article's story in small steps, so that they are at hand behind the last. */
  *steps(path: string): Generator<undefined, void> {
    yield* this.stories.prepare(path);
    const story = this.stories.of(path);
    if (story.length < 2 || this.facts.has(keyOf(story))) return;
    const facts = yield* this.comparison.steps(story);
    this.facts.set(keyOf(story), facts, this.corpus.size);
  }

  /**
   * The job of comparing an article's story elsewhere; undefined where its facts and names are at hand, or such a job is under way. A
   * result that comes when the story has changed is of no story that stands, and is dropped in time.
   */
  job(path: string): ComparisonJob | undefined {
    const story = this.stories.of(path);
    const key = keyOf(story);
    const isKnown = this.facts.has(key) && this.facts.names(key) !== undefined;
    if (story.length < 2 || isKnown || this.away.has(key)) return undefined;
    this.away.add(key);
    const near = story.length <= SMALL_STORY ? null : (a: CorpusArticle) => this.nearest(a);
    return {
      story: storyJob(story, this.corrections, near),
      end: (result) => {
        this.away.delete(key);
        if (result !== null) this.facts.setResult(key, readStoryResult(result), this.corpus.size);
      },
    };
  }

  /**
   * Who else of its story names one of an article's sources, itself among them; empty where nobody does, and undefined where the story
   * was not compared elsewhere.
   * @param source its place among the article's sources
   */
  named(path: string, source: number): readonly (NamedPlaces & { readonly path: string })[] | undefined {
    const story = this.stories.of(path);
    const names = this.facts.names(keyOf(story));
    const place = story.findIndex((article) => article.path === path);
    if (names === undefined) return undefined;
    return findNamed(names, place, source).map((member) => ({
      ...member,
      path: story[member.article]?.path ?? '',
    }));
  }

  private ofStory(story: Story): readonly Fact[] {
    if (story.length < 2) return [];
    let facts = this.facts.get(keyOf(story));
    if (facts === undefined) {
      facts = this.comparison.compare(story);
      this.facts.set(keyOf(story), facts, this.corpus.size);
    }
    return facts;
  }

  private nearest(article: CorpusArticle): ReadonlySet<number> {
    const related = [...this.corpus.related(article.path)];
    related.sort((x, y) => y[1] - x[1] || (x[0].path < y[0].path ? -1 : 1));
    return new Set(related.slice(0, NEAREST).map(([other]) => other.slot));
  }
}

function keyOf(story: Story): string {
  return story.map((article) => article.slot).join(' ');
}

function slotsOf(key: string): number[] {
  return key.split(' ').map(Number);
}

const comparisons = new WeakMap<Corpus, WeakMap<Corrections, Comparison>>();

/** The comparison of a corpus under corrections (objects, not contents); the same one each time. */
export function comparisonOf(corpus: Corpus, corrections: Corrections): Comparison {
  const byCorrections = comparisons.get(corpus) ?? new WeakMap<Corrections, Comparison>();
  comparisons.set(corpus, byCorrections);
  let comparison = byCorrections.get(corrections);
  if (comparison === undefined)
    byCorrections.set(corrections, (comparison = new Comparison(corpus, corrections)));
  return comparison;
}

/**
 * Every fact of the corpus, story by story. What has not changed since the last call with the same corpus and corrections
 * (objects, not contents) costs nothing.
 */
export function compareAll(corpus: Corpus, corrections: Corrections): readonly Fact[] {
  return comparisonOf(corpus, corrections).all();
}

/** Which articles are compared with each other; kept like the facts. */
export function storiesOf(corpus: Corpus, corrections: Corrections): Stories {
  return comparisonOf(corpus, corrections).stories;
}

/** The facts with a mention in one article; only its story is compared. */
export function factsOf(corpus: Corpus, path: string, corrections: Corrections): readonly Fact[] {
  return comparisonOf(corpus, corrections).of(path);
}

/** The facts with a mention at an offset of an article, in UTF-16 code units. */
export function factsAt(
  corpus: Corpus,
  path: string,
  offset: number,
  corrections: Corrections,
): readonly Fact[] {
  return factsOf(corpus, path, corrections).filter((fact) =>
    fact.mentions.some((m) => m.path === path && m.start <= offset && offset <= m.end),
  );
}
