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
import type { LinkList, Placed } from './linked-groups';
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
import { quotesOf } from './quotes';
import type { Edge, EdgeFact } from './text-facts';
import { edgesOf, textFacts } from './text-facts';
import { withoutNoise } from './without-noise';

/** What two versions of two articles have in common; kept as long as both stand. */
interface PairResult {
  readonly links: readonly Link[];
  readonly aligned: AlignedArticles;
  readonly quotes: readonly Match[];
}

/** What was found out of groups of links before. */
interface Kept {
  readonly numbers: KeptByGroup<Link, readonly LinkedFact[]>;
  readonly texts: KeptByGroup<Edge, readonly EdgeFact[]>;
  readonly quotes: KeptByGroup<Match, readonly QuoteFact[]>;
}

function newKept(): Kept {
  return { numbers: new KeptByGroup(), texts: new KeptByGroup(), quotes: new KeptByGroup() };
}

interface ComparedPair {
  /** Their places among the story's articles. */
  readonly first: number;
  readonly second: number;
  readonly result: PairResult;
}

/** Stories up to this size are compared pair by pair; in larger ones each article only with its nearest. */
export const SMALL_STORY = 24;
/** Profiles that are kept for the next comparison. */
const PROFILES = 200;
/** Times of day that are kept; a number each. */
const OFFSETS = 20_000;

/** Compares the articles of one story. What it learns of a pair of versions is kept for the next time. */
export class StoryComparison {
  private readonly known: KnownTerms;
  /** By the slots of the articles, those used last at the end. */
  private readonly profiles = new Map<number, ArticleProfile>();
  private readonly pairs = new WeakMap<ArticleProfile, WeakMap<ArticleProfile, PairResult>>();
  private readonly own = new WeakMap<ArticleProfile, readonly Link[]>();
  private readonly kept = newKept();
  /** Minutes that local time is ahead of UTC, by the slots of the articles. */
  private readonly offsets = new Map<number, number | undefined>();

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
    const profiles = yield* this.profilesOf(story, story);
    const pairs = yield* this.compared(profiles, this.pairsOf(profiles));
    this.forgetOldest(profiles.length);
    return yield* this.factsOf(profiles, pairs, this.kept, () => true);
  }

  /**
   * The facts of one article with those nearest to it, in small steps: nearly all that there is to say of it, long before a large story is
   * compared. What only the other articles have in common is not looked for.
   */
  *stepsAround(center: CorpusArticle, story: Story): Generator<undefined, readonly Fact[]> {
    const near = this.near(center);
    const others = story.filter((article) => article === center || near.has(article.slot));
    const profiles = yield* this.profilesOf(others, story);
    const place = others.indexOf(center);
    const pairs = yield* this.compared(
      profiles,
      profiles.flatMap((_, i) => (i === place ? [] : [[Math.min(i, place), Math.max(i, place)] as const])),
    );
    const own = profiles[place]?.article;
    return yield* this.factsOf(profiles, pairs, newKept(), (a, b) => a.article === own || b.article === own);
  }

  /** @param story all articles that local time may be told by */
  private *profilesOf(articles: Story, story: Story): Generator<undefined, ArticleProfile[]> {
    const offsets: (number | undefined)[] = [];
    for (const article of story) {
      offsets.push(this.offsetOf(article));
      yield;
    }
    const offset = mostCommon(offsets);
    const profiles: ArticleProfile[] = [];
    for (const article of articles) {
      profiles.push(this.profile(article, offset));
      yield;
    }
    return profiles;
  }

  private *compared(
    profiles: readonly ArticleProfile[],
    places: readonly (readonly [number, number])[],
  ): Generator<undefined, ComparedPair[]> {
    const pairs: ComparedPair[] = [];
    for (const [first, second] of places) {
      const [a, b] = [profiles[first], profiles[second]];
      if (a === undefined || b === undefined) continue;
      if (!this.isKnown(a, b)) yield;
      pairs.push({ first, second, result: this.pair(a, b) });
    }
    yield;
    return pairs;
  }

  private *factsOf(
    profiles: readonly ArticleProfile[],
    pairs: readonly ComparedPair[],
    kept: Kept,
    compared: Constraints['compared'],
  ): Generator<undefined, readonly Fact[]> {
    const mentions = startsOf(profiles, (p) => p.mentions.length);
    const inside = profiles.map((p, i) => ({
      links: this.inside(p),
      a: mentions[i] ?? 0,
      b: mentions[i] ?? 0,
    }));
    const numbers = quantityFacts(
      profiles,
      [...inside, ...listsOf(pairs, mentions, (p) => p.links), this.declared(profiles)],
      { ...this.constraints(), compared },
      kept.numbers,
    );
    yield;
    const { aliases, notSame } = this.corrections;
    const sentences = startsOf(profiles, (p) => p.sentences.length);
    const edges = listsOf(pairs, sentences, (p) => edgesOf(p.aligned));
    const texts = textFacts(profiles, edges, notSame, kept.texts);
    yield;
    const quoted = startsOf(profiles, (p) => quotesOf(p).length);
    const matches = listsOf(pairs, quoted, (p) => p.quotes);
    const quotes = quoteFacts(quoted[profiles.length] ?? 0, matches, kept.quotes);
    yield;
    const told = [...openQuestionFacts(profiles), ...withQuotes(texts, quotes)];
    const counted = withoutNoise(numbers, texts);
    const byPath = new Map(profiles.map((p) => [p.article.path, p.article]));
    const voices = attributionFacts([...told, ...counted], (path) => byPath.get(path), aliases);
    return [...withVoices(counted, voices), ...nameFacts(profiles, aliases), ...voices, ...told];
  }

  private offsetOf(article: CorpusArticle): number | undefined {
    const { slot } = article;
    if (this.offsets.has(slot)) return this.offsets.get(slot);
    const offset = localOffset(article);
    this.offsets.set(slot, offset);
    return offset;
  }

  private profile(article: CorpusArticle, offset: number | undefined): ArticleProfile {
    let profile = this.profiles.get(article.slot);
    if (profile === undefined || (profile.offset === undefined && profile.storyOffset !== offset))
      profile = profileArticle(
        profile?.article ?? openArticle(article),
        this.known,
        this.corrections,
        offset,
      );
    this.profiles.delete(article.slot);
    this.profiles.set(article.slot, profile);
    return profile;
  }

  /** Profiles, and with them what is known of their pairs, take room: only those of the stories used last are kept. */
  private forgetOldest(atLeast: number): void {
    if (this.offsets.size > OFFSETS) this.offsets.clear();
    for (const slot of this.profiles.keys()) {
      if (this.profiles.size <= Math.max(PROFILES, atLeast)) break;
      this.profiles.delete(slot);
    }
  }

  /** The pairs to compare, by places in the list. */
  private pairsOf(profiles: readonly ArticleProfile[]): [number, number][] {
    const near = profiles.length <= SMALL_STORY ? undefined : profiles.map((p) => this.near(p.article));
    const isNear = (i: number, j: number): boolean =>
      near === undefined ||
      near[i]?.has(profiles[j]?.article.slot ?? -1) === true ||
      near[j]?.has(profiles[i]?.article.slot ?? -1) === true;
    return profiles.flatMap((_, i) =>
      profiles.flatMap((_, j): [number, number][] => (j > i && isNear(i, j) ? [[i, j]] : [])),
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
  private declared(profiles: readonly ArticleProfile[]): LinkList<Link> {
    const mentions = profiles.flatMap((p) => p.mentions);
    const links = this.corrections.same.flatMap(([x, y]) => {
      const [i, j] = [x, y].map((place) => mentions.findIndex((m) => at(m, place))).sort((p, q) => p - q);
      const [a, b] = [mentions[i ?? -1], mentions[j ?? -1]];
      return a === undefined || b === undefined || a === b || i === undefined || j === undefined
        ? []
        : [{ a, b, i, j, confidence: 1, best: true, sure: true }];
    });
    return { links, a: 0, b: 0 };
  }

  private constraints(): Omit<Constraints, 'compared'> {
    const holds = (pairs: readonly (readonly [Place, Place])[]) => (a: Mention, b: Mention) =>
      pairs.some(([x, y]) => (at(a, x) && at(b, y)) || (at(a, y) && at(b, x)));
    return { same: holds(this.corrections.same), notSame: holds(this.corrections.notSame) };
  }
}

/** Where each article's things begin among those of all, and behind them how many there are. */
function startsOf(
  profiles: readonly ArticleProfile[],
  countOf: (profile: ArticleProfile) => number,
): readonly number[] {
  const starts = [0];
  for (const profile of profiles) starts.push((starts[starts.length - 1] ?? 0) + countOf(profile));
  return starts;
}

function listsOf<L extends Placed>(
  pairs: readonly ComparedPair[],
  starts: readonly number[],
  linksOf: (result: PairResult) => readonly L[],
): LinkList<L>[] {
  return pairs.map(({ first, second, result }) => ({
    links: linksOf(result),
    a: starts[first] ?? 0,
    b: starts[second] ?? 0,
  }));
}

function at(mention: Mention, place: Place): boolean {
  return mention.article.path === place.path && mention.start < place.end && place.start < mention.end;
}

function mostCommon(values: readonly (number | undefined)[]): number | undefined {
  const counts = new Map<number, number>();
  for (const v of values) if (v !== undefined) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}
