import type { Corpus, Stories, Story } from '../corpus';
import { createStories } from '../corpus';
import type { Corrections } from './corrections';
import type { Fact } from './model';
import { StoryComparison } from './story-comparison';

/** Facts of stories that no longer stand are dropped when there are this many more than articles. */
const SPARE = 256;

/** The facts of a corpus under one set of corrections, found when asked for and kept until an article near them changes. */
class Comparison {
  readonly stories: Stories;
  private readonly comparison: StoryComparison;
  private readonly facts = new Map<string, readonly Fact[]>();

  constructor(
    private readonly corpus: Corpus,
    corrections: Corrections,
  ) {
    this.stories = createStories(corpus, corrections.stories);
    this.comparison = new StoryComparison(corpus, corrections);
  }

  all(): readonly Fact[] {
    return this.stories.all().flatMap((story) => this.ofStory(story));
  }

  of(path: string): readonly Fact[] {
    return this.ofStory(this.stories.of(path)).filter((f) => f.mentions.some((m) => m.path === path));
  }

  private ofStory(story: Story): readonly Fact[] {
    if (story.length < 2) return [];
    const key = story.map((a) => a.slot).join(' ');
    let facts = this.facts.get(key);
    if (facts === undefined) {
      if (this.facts.size > this.corpus.size + SPARE) this.facts.clear();
      facts = this.comparison.compare(story);
      this.facts.set(key, facts);
    }
    return facts;
  }
}

const comparisons = new WeakMap<Corpus, WeakMap<Corrections, Comparison>>();

function comparisonOf(corpus: Corpus, corrections: Corrections): Comparison {
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
