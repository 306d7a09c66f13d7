import type { Corpus, CorpusArticle, Stories, Story } from '../corpus';
import { createStories } from '../corpus';
import { PEOPLE } from '../corpus/lexicon';
import type { ArticleProfile } from './article-profile';
import { localOffset, profileArticle } from './article-profile';
import { clusterMentions } from './cluster';
import type { Constraints } from './cluster';
import type { Corrections, Place } from './corrections';
import type { Link } from './link-articles';
import { linkArticles } from './link-articles';
import type { KnownTerms, Mention } from './mention';
import { knownTerms } from './mention';
import type { Fact } from './model';
import { quantityFact } from './quantity-facts';
import { alignSentences } from './align-sentences';
import { pairWeights } from './term-weights';
import type { AlignedArticles } from './text-facts';
import { textFacts } from './text-facts';
import { attributionFacts } from './attribution-facts';
import { openQuestionFacts } from './open-questions';

/** The facts of a corpus under one set of corrections, found when asked for and kept until an article near them changes. */
class Comparison {
  private readonly stories: Stories;
  private readonly known: KnownTerms;
  private readonly profiles = new WeakMap<CorpusArticle, ArticleProfile>();
  private readonly links = new WeakMap<ArticleProfile, WeakMap<ArticleProfile, readonly Link[]>>();
  private facts = new Map<string, readonly Fact[]>();

  constructor(
    private readonly corpus: Corpus,
    private readonly corrections: Corrections,
  ) {
    this.stories = createStories(corpus, corrections.stories);
    this.known = knownTerms(corpus.dictionary, PEOPLE);
  }

  all(): readonly Fact[] {
    return this.stories.all().flatMap((story) => this.factsOfStory(story));
  }

  of(path: string): readonly Fact[] {
    return this.factsOfStory(this.stories.of(path)).filter((f) => f.mentions.some((m) => m.path === path));
  }

  private factsOfStory(story: Story): readonly Fact[] {
    if (story.length < 2) return [];
    const key = story.map((a) => a.slot).join(' ');
    let facts = this.facts.get(key);
    if (facts === undefined) {
      facts = this.compareStory(story);
      this.facts.set(key, facts);
    }
    return facts;
  }

  private compareStory(story: Story): readonly Fact[] {
    const offset = mostCommon(story.map((a) => localOffset(a)));
    const profiles = story.map((a) => this.profile(a, offset));
    const links = profiles.flatMap((a, i) => profiles.slice(i).flatMap((b) => this.linksBetween(a, b)));
    const numbers = clusterMentions(links, this.constraints())
      .map((cluster) => quantityFact(cluster))
      .filter((fact) => fact !== undefined);
    const aligned = profiles.flatMap((a, i) => profiles.slice(i + 1).map((b) => this.aligned(a, b)));
    const texts = [...openQuestionFacts(profiles), ...textFacts(aligned)];
    const voices = attributionFacts([...texts, ...numbers], (path) => this.corpus.article(path));
    return [...numbers, ...voices, ...texts];
  }

  private profile(article: CorpusArticle, offset: number | undefined): ArticleProfile {
    let profile = this.profiles.get(article);
    if (profile === undefined || (profile.offset === undefined && profile.storyOffset !== offset)) {
      profile = profileArticle(article, this.known, this.corrections, offset);
      this.profiles.set(article, profile);
    }
    return profile;
  }

  private aligned(a: ArticleProfile, b: ArticleProfile): AlignedArticles {
    return { a, b, pairs: alignSentences(a, b, pairWeights(a, b, this.corpus.dictionary)) };
  }

  private linksBetween(a: ArticleProfile, b: ArticleProfile): readonly Link[] {
    const row = this.links.get(a) ?? new WeakMap<ArticleProfile, readonly Link[]>();
    this.links.set(a, row);
    let links = row.get(b);
    if (links === undefined) row.set(b, (links = linkArticles(a, b, this.corpus.dictionary)));
    return links;
  }

  private constraints(): Constraints {
    const holds = (pairs: readonly (readonly [Place, Place])[]) => (a: Mention, b: Mention) =>
      pairs.some(([x, y]) => (at(a, x) && at(b, y)) || (at(a, y) && at(b, x)));
    return { same: holds(this.corrections.same), notSame: holds(this.corrections.notSame) };
  }
}

function at(mention: Mention, place: Place): boolean {
  return mention.article.path === place.path && mention.start < place.end && place.start < mention.end;
}

function mostCommon(values: readonly (number | undefined)[]): number | undefined {
  const counts = new Map<number, number>();
  for (const v of values) if (v !== undefined) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
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

/** Every fact of the corpus. What has not changed since the last call costs nothing. */
export function compareAll(corpus: Corpus, corrections: Corrections): readonly Fact[] {
  return comparisonOf(corpus, corrections).all();
}

/** The facts with a mention in one article; only its story is compared. */
export function factsOf(corpus: Corpus, path: string, corrections: Corrections): readonly Fact[] {
  return comparisonOf(corpus, corrections).of(path);
}

/** The facts with a mention at an offset of an article. */
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
