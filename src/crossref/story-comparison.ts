import type { CorpusArticle, Dictionary, Story } from '../corpus';
import type { ArticleProfile } from './article-profile';
import { attributionFacts, withVoices } from './attribution-facts';
import type { Constraints } from './cluster';
import type { PairResult } from './compared-articles';
import { ComparedArticles } from './compared-articles';
import type { Corrections, Place } from './corrections';
import type { Link } from './link-articles';
import type { KeptResults, LinkList, Placed } from './linked-groups';
import { deedFacts } from './deed-facts';
import { KeptByGroup } from './linked-groups';
import { MadeFacts } from './made-facts';
import type { Mention } from './mention';
import type { Fact } from './model';
import { nameFacts } from './name-facts';
import { openQuestionFacts } from './open-questions';
import type { LinkedFact } from './quantity-facts';
import { mentionsOf, quantityFacts } from './quantity-facts';
import type { QuoteFact } from './quote-facts';
import { quoteFacts, withQuotes } from './quote-facts';
import type { Match } from './quote-match';
import { quotesOf } from './quotes';
import type { Edge, EdgeFact } from './text-facts';
import { edgesOf, textFacts } from './text-facts';
import { withoutNoise } from './without-noise';

/** What was found out of groups of links before. */
interface Kept {
  readonly numbers: KeptResults<Link, readonly LinkedFact[]>;
  readonly texts: KeptResults<Edge, readonly EdgeFact[]>;
  readonly quotes: KeptResults<Match, readonly QuoteFact[]>;
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

/** The facts of larger stories are kept by their links alone: there are many, and nobody waits for them. */
const SMALL_TO_KEEP = 8;

/** Stories up to this size are compared pair by pair; in larger ones each article only with its nearest. */
export const SMALL_STORY = 24;

/** Compares the articles of one story. What it learns of a pair of versions is kept for the next time. */
export class StoryComparison {
  private readonly articles: ComparedArticles;
  private readonly kept = newKept();
  private readonly made: MadeFacts;

  /**
   * @param near the articles nearest to one of a large story, by their slots
   */
  constructor(
    dictionary: Dictionary,
    private readonly corrections: Corrections,
    private readonly near: (article: CorpusArticle) => ReadonlySet<number>,
  ) {
    this.articles = new ComparedArticles(dictionary, corrections);
    this.made = new MadeFacts(this.articles.numbers, corrections);
  }

  /** Every fact of a story: numbers first, then names, who says what, and what is said. */
  compare(story: Story): readonly Fact[] {
    const steps = this.factsOfAll(story, undefined);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same in small steps, between which others may work; what a step found out is kept if there is no next. */
  *steps(story: Story): Generator<undefined, readonly Fact[]> {
    const key = story.length > SMALL_TO_KEEP ? undefined : story.map((article) => article.path).join('\0');
    return yield* this.factsOfAll(story, key);
  }

  /** @param key by which facts are taken over; undefined where none are */
  private *factsOfAll(story: Story, key: string | undefined): Generator<undefined, readonly Fact[]> {
    const profiles = yield* this.profilesOf(story, story);
    const pairs = yield* this.compared(profiles, this.pairsOf(profiles));
    return yield* this.factsOf(profiles, pairs, key, () => true);
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
    return yield* this.factsOf(
      profiles,
      pairs,
      center.path,
      (a, b) => a.article === own || b.article === own,
    );
  }

  /** @param story all articles that local time may be told by */
  private *profilesOf(articles: Story, story: Story): Generator<undefined, ArticleProfile[]> {
    const offsets: (number | undefined)[] = [];
    for (const article of story) {
      offsets.push(this.articles.offsetOf(article));
      yield;
    }
    const offset = mostCommon(offsets);
    const profiles: ArticleProfile[] = [];
    for (const article of articles) {
      const profile = this.articles.profile(article, offset);
      this.articles.inside(profile);
      profiles.push(profile);
      yield;
    }
    this.articles.forgetOldest(profiles.length);
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
      if (!this.articles.isKnown(a, b)) yield;
      const result = this.articles.pair(a, b);
      // Read here, in the step of the pair that they are of.
      edgesOf(result.aligned);
      pairs.push({ first, second, result });
    }
    yield;
    return pairs;
  }

  private *factsOf(
    profiles: readonly ArticleProfile[],
    pairs: readonly ComparedPair[],
    key: string | undefined,
    compared: Constraints['compared'],
  ): Generator<undefined, readonly Fact[]> {
    const all = mentionsOf(profiles);
    const taken = key === undefined ? undefined : this.made.before(key, profiles, all.restatements);
    const kept: Kept = taken === undefined ? this.kept : { ...taken, quotes: new KeptByGroup() };
    const mentions = startsOf(profiles, (p) => p.mentions.length);
    const inside = profiles.map((p, i) => ({
      links: this.articles.inside(p),
      a: mentions[i] ?? 0,
      b: mentions[i] ?? 0,
    }));
    const numbers = yield* quantityFacts(
      profiles,
      all,
      [...inside, ...listsOf(pairs, mentions, (p) => p.links), this.declared(profiles)],
      { ...this.constraints(), compared },
      kept.numbers,
    );
    yield;
    const { aliases, notSame } = this.corrections;
    const sentences = startsOf(profiles, (p) => p.sentences.length);
    const edges = listsOf(pairs, sentences, (p) => edgesOf(p.aligned));
    const texts = yield* textFacts(profiles, edges, notSame, kept.texts);
    taken?.keep();
    yield;
    const quoted = startsOf(profiles, (p) => quotesOf(p).length);
    const matches = listsOf(pairs, quoted, (p) => p.quotes);
    const quotes = quoteFacts(quoted[profiles.length] ?? 0, matches, kept.quotes);
    yield;
    const told = [...openQuestionFacts(profiles), ...withQuotes(texts, quotes)];
    const counted = withoutNoise(numbers, texts);
    const byPath = new Map(profiles.map((p) => [p.article.path, p.article]));
    const voices = attributionFacts([...told, ...counted], (path) => byPath.get(path), aliases);
    yield;
    const names = nameFacts(profiles, aliases);
    yield;
    const deeds = deedFacts(profiles, told, this.corrections);
    return [...withVoices(counted, voices), ...names, ...voices, ...told, ...deeds];
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
