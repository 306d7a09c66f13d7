import type { CorpusArticle, Dictionary, Story } from '../corpus';
import { openArticle } from '../corpus';
import { PEOPLE } from '../corpus/lexicon';
import { alignArticles } from './align-articles';
import type { AlignedArticles } from './align-articles';
import type { ArticleProfile } from './article-profile';
import { localOffset, profileArticle } from './article-profile';
import { attributionFacts, withVoices } from './attribution-facts';
import type { Constraints } from './cluster';
import type { Corrections, Place } from './corrections';
import type { Link } from './link-articles';
import { linkArticles } from './link-articles';
import { KeptByGroup } from './linked-groups';
import type { KnownTerms, Mention } from './mention';
import { knownTerms } from './mention';
import type { Fact } from './model';
import { nameFacts } from './name-facts';
import { openQuestionFacts } from './open-questions';
import { pairTerms } from './pair-terms';
import type { LinkedFact } from './quantity-facts';
import { quantityFacts } from './quantity-facts';
import type { QuoteFact } from './quote-facts';
import { quoteFacts, withQuotes } from './quote-facts';
import type { Match } from './quote-match';
import { matchQuotes } from './quote-match';
import type { Edge, EdgeFact } from './text-facts';
import { textFacts } from './text-facts';
import { withoutNoise } from './without-noise';

/** What two versions of two articles have in common; kept as long as both stand. */
interface PairResult {
  readonly links: readonly Link[];
  readonly aligned: AlignedArticles;
  readonly quotes: readonly Match[];
}

/** Stories up to this size are compared pair by pair; in larger ones each article only with its nearest. */
export const SMALL_STORY = 24;
/** Profiles that are kept for the next comparison. */
const PROFILES = 200;

/** Compares the articles of one story. What it learns of a pair of versions is kept for the next time. */
export class StoryComparison {
  private readonly known: KnownTerms;
  /** By the slots of the articles, those used last at the end. */
  private readonly profiles = new Map<number, ArticleProfile>();
  private readonly pairs = new WeakMap<ArticleProfile, WeakMap<ArticleProfile, PairResult>>();
  private readonly own = new WeakMap<ArticleProfile, readonly Link[]>();
  private readonly kept = {
    numbers: new KeptByGroup<Link, readonly LinkedFact[]>(),
    texts: new KeptByGroup<Edge, readonly EdgeFact[]>(),
    quotes: new KeptByGroup<Match, readonly QuoteFact[]>(),
  };

  /**
   * @param near the articles nearest to one of a large story, by their slots
   */
  constructor(
    private readonly dictionary: Dictionary,
    private readonly corrections: Corrections,
    private readonly near: (article: CorpusArticle) => ReadonlySet<number>,
  ) {
    this.known = knownTerms(dictionary, PEOPLE);
  }

  /** Every fact of a story: numbers first, then names, who says what, and what is said. */
  compare(story: Story): readonly Fact[] {
    const steps = this.steps(story);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same in small steps, between which others may work; what a step found out is kept if there is no next. */
  *steps(story: Story): Generator<undefined, readonly Fact[]> {
    const opened: CorpusArticle[] = [];
    for (const article of story) {
      opened.push(this.profiles.get(article.slot)?.article ?? openArticle(article));
      yield;
    }
    const offset = mostCommon(opened.map((a) => localOffset(a)));
    const profiles: ArticleProfile[] = [];
    for (const article of opened) {
      profiles.push(this.profile(article, offset));
      yield;
    }
    const pairs: PairResult[] = [];
    for (const [a, b] of this.pairsOf(profiles)) {
      if (!this.isKnown(a, b)) yield;
      pairs.push(this.pair(a, b));
    }
    yield;
    this.forgetOldest(profiles.length);
    return this.factsOf(profiles, pairs);
  }

  private factsOf(profiles: readonly ArticleProfile[], pairs: readonly PairResult[]): readonly Fact[] {
    const links = [...profiles.flatMap((p) => this.inside(p)), ...pairs.flatMap((p) => p.links)];
    const numbers = quantityFacts(
      profiles,
      [...links, ...this.declared(profiles)],
      this.constraints(),
      this.kept.numbers,
    );
    const { aliases, notSame } = this.corrections;
    const texts = textFacts(
      pairs.map((p) => p.aligned),
      notSame,
      this.kept.texts,
    );
    const quotes = quoteFacts(
      pairs.flatMap((p) => p.quotes),
      this.kept.quotes,
    );
    const told = [...openQuestionFacts(profiles), ...withQuotes(texts, quotes)];
    const counted = withoutNoise(numbers, texts);
    const byPath = new Map(profiles.map((p) => [p.article.path, p.article]));
    const voices = attributionFacts([...told, ...counted], (path) => byPath.get(path), aliases);
    return [...withVoices(counted, voices), ...nameFacts(profiles, aliases), ...voices, ...told];
  }

  private profile(article: CorpusArticle, offset: number | undefined): ArticleProfile {
    let profile = this.profiles.get(article.slot);
    if (profile === undefined || (profile.offset === undefined && profile.storyOffset !== offset))
      profile = profileArticle(article, this.known, this.corrections, offset);
    this.profiles.delete(article.slot);
    this.profiles.set(article.slot, profile);
    return profile;
  }

  /** Profiles, and with them what is known of their pairs, take room: only those of the stories used last are kept. */
  private forgetOldest(atLeast: number): void {
    for (const slot of this.profiles.keys()) {
      if (this.profiles.size <= Math.max(PROFILES, atLeast)) break;
      this.profiles.delete(slot);
    }
  }

  private pairsOf(profiles: readonly ArticleProfile[]): [ArticleProfile, ArticleProfile][] {
    const near = profiles.length <= SMALL_STORY ? undefined : profiles.map((p) => this.near(p.article));
    return profiles.flatMap((a, i) =>
      profiles
        .slice(i + 1)
        .filter(
          (b, j) =>
            near === undefined ||
            near[i]?.has(b.article.slot) === true ||
            near[i + 1 + j]?.has(a.article.slot) === true,
        )
        .map((b): [ArticleProfile, ArticleProfile] => [a, b]),
    );
  }

  private isKnown(a: ArticleProfile, b: ArticleProfile): boolean {
    return this.pairs.get(a)?.has(b) === true;
  }

  private pair(a: ArticleProfile, b: ArticleProfile): PairResult {
    const row = this.pairs.get(a) ?? new WeakMap<ArticleProfile, PairResult>();
    this.pairs.set(a, row);
    let result = row.get(b);
    if (result === undefined) {
      const terms = pairTerms(a, b, this.dictionary);
      result = {
        links: linkArticles(a, b, terms),
        aligned: alignArticles(a, b, terms),
        quotes: matchQuotes(a, b),
      };
      row.set(b, result);
    }
    return result;
  }

  private inside(profile: ArticleProfile): readonly Link[] {
    let links = this.own.get(profile);
    if (links === undefined) {
      const terms = pairTerms(profile, profile, this.dictionary);
      this.own.set(profile, (links = linkArticles(profile, profile, terms)));
    }
    return links;
  }

  /** Links that people declared. */
  private declared(profiles: readonly ArticleProfile[]): Link[] {
    const mentions = profiles.flatMap((p) => p.mentions);
    return this.corrections.same.flatMap(([x, y]) => {
      const a = mentions.find((m) => at(m, x));
      const b = mentions.find((m) => at(m, y));
      return a === undefined || b === undefined || a === b
        ? []
        : [{ a, b, confidence: 1, best: true, sure: true }];
    });
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
