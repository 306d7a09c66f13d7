import type { Corpus, CorpusArticle, Stories, Story } from '../corpus';
import { createStories } from '../corpus';
import type { Corrections } from './corrections';
import { FactStore } from './fact-store';
import type { Fact } from './model';
import { SMALL_STORY, StoryComparison } from './story-comparison';
import type { StoryJob } from './story-job';
import { storyJob } from './story-job';

/** In large stories each article is compared with this many others only. */
const NEAREST = 10;

/** A story to compare elsewhere. */
export interface ComparisonJob {
  readonly story: StoryJob;
  /** To be called with the packed facts, or null where it failed. */
  readonly end: (facts: Uint8Array | null) => void;
}

/** The facts of a corpus under one set of corrections, found when asked for and kept until an article near them changes. */
export class Comparison {
  readonly stories: Stories;
  private readonly comparison: StoryComparison;
  private readonly facts: FactStore;
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
      (story) => slotsOf(story).every((slot) => corpus.holds(slot)),
    );
  }

  all(): readonly Fact[] {
    return this.stories.all().flatMap((story) => this.ofStory(story));
  }

  of(path: string): readonly Fact[] {
    return this.ofStory(this.stories.of(path)).filter((f) => f.mentions.some((m) => m.path === path));
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
   * The job of comparing an article's story elsewhere; undefined where its facts are at hand, or such a job is under way. A result
   * that comes when the story has changed is of no story that stands, and is dropped in time.
   */
  job(path: string): ComparisonJob | undefined {
    const story = this.stories.of(path);
    const key = keyOf(story);
    if (story.length < 2 || this.facts.has(key) || this.away.has(key)) return undefined;
    this.away.add(key);
    const near = story.length <= SMALL_STORY ? null : (a: CorpusArticle) => this.nearest(a);
    return {
      story: storyJob(story, this.corrections, near),
      end: (facts) => {
        this.away.delete(key);
        if (facts !== null && !this.facts.has(key)) this.facts.set(key, facts, this.corpus.size);
      },
    };
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
