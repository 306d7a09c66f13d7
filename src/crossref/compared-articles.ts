import type { CorpusArticle, Dictionary } from '../corpus';
import { openArticle } from '../corpus';
import { PEOPLE } from '../corpus/lexicon';
import type { AlignedArticles, EarlierAlignment } from './align-articles';
import { alignArticles } from './align-articles';
import type { ArticleProfile } from './article-profile';
import { localOffset, profileArticle } from './article-profile';
import type { Corrections } from './corrections';
import type { EarlierLinks } from './earlier-links';
import type { Link } from './link-articles';
import { linkArticles } from './link-articles';
import type { KnownTerms } from './mention';
import { knownTerms } from './mention';
import type { PairTerms } from './pair-terms';
import { pairTerms } from './pair-terms';
import { PartNumbers } from './part-numbers';
import type { EarlierMatches, Match } from './quote-match';
import { matchQuotes } from './quote-match';
import { quotesOf } from './quotes';
import type { SameParts } from './same-parts';
import { ownParts, sameParts } from './same-parts';

/** What two versions of two articles have in common. */
export interface PairResult {
  readonly links: readonly Link[];
  readonly aligned: AlignedArticles;
  readonly quotes: readonly Match[];
}

/** What was found of a pair when one of the two had another version, or both. */
type EarlierPair = EarlierLinks & EarlierAlignment & { readonly quoted: EarlierMatches };

/** Profiles that are kept for the next comparison. */
const PROFILES = 200;
/** Offsets that are kept; a number each. */
const OFFSETS = 20_000;

/** Pairs whose terms are kept beside what was found out of them. */
const PAIRS = 64;

/**
 * What was found out of versions of articles, each by itself and two by two; kept as long as the versions are used. Of a new version only
 * what changed is compared: what comes out is the same as if there had been no other.
 */
export class ComparedArticles {
  readonly numbers = new PartNumbers();
  private readonly known: KnownTerms;
  /** By the slots of the articles, those used last at the end. */
  private readonly profiles = new Map<number, ArticleProfile>();
  /** By path the profile that was made last. */
  private readonly latest = new Map<string, ArticleProfile>();
  /** What a profile has in common with the one before it of the same article. */
  private readonly parts = new WeakMap<ArticleProfile, SameParts>();
  private readonly pairs = new WeakMap<ArticleProfile, WeakMap<ArticleProfile, PairResult>>();
  private readonly own = new WeakMap<ArticleProfile, readonly Link[]>();
  private readonly terms = new Map<object, PairTerms>();
  private readonly offsets = new Map<number, number | undefined>();

  constructor(
    private readonly dictionary: Dictionary,
    private readonly corrections: Corrections,
  ) {
    this.known = knownTerms(dictionary, PEOPLE);
  }

  /** Minutes that an article's local time is ahead of UTC, where it tells. */
  offsetOf(article: CorpusArticle): number | undefined {
    const { slot } = article;
    if (this.offsets.has(slot)) return this.offsets.get(slot);
    if (this.offsets.size >= OFFSETS) this.offsets.clear();
    const offset = localOffset(article);
    this.offsets.set(slot, offset);
    return offset;
  }

  /** @param offset the local time of the story, for articles that do not tell theirs */
  profile(article: CorpusArticle, offset: number | undefined): ArticleProfile {
    const { slot } = article;
    let profile = this.profiles.get(slot);
    if (profile === undefined || (profile.offset === undefined && profile.storyOffset !== offset)) {
      const opened = profile?.article ?? openArticle(article);
      profile = profileArticle(opened, this.known, this.corrections, offset);
      this.follow(profile);
    }
    this.profiles.delete(slot);
    this.profiles.set(slot, profile);
    return profile;
  }

  /** Notes which profile came before a new one; of that, nothing earlier is held any longer. */
  private follow(profile: ArticleProfile): void {
    const before = this.latest.get(profile.article.path);
    this.latest.set(profile.article.path, profile);
    if (before === undefined) return;
    this.parts.delete(before);
    const parts = sameParts(before, profile);
    this.parts.set(profile, parts);
    this.numbers.follow(profile, parts);
  }

  /**
   * Profiles, and with them what is known of their pairs, take room: only those used last are kept.
   * @param atLeast how many of them are in use
   */
  forgetOldest(atLeast: number): void {
    for (const [slot, profile] of this.profiles) {
      if (this.profiles.size <= Math.max(PROFILES, atLeast)) break;
      this.profiles.delete(slot);
      const { path } = profile.article;
      if (this.latest.get(path) === profile) this.latest.delete(path);
    }
  }

  /** Whether {@link pair} is quick. */
  isKnown(a: ArticleProfile, b: ArticleProfile): boolean {
    return this.pairs.get(a)?.has(b) === true;
  }

  pair(a: ArticleProfile, b: ArticleProfile): PairResult {
    const row = this.pairs.get(a) ?? new WeakMap<ArticleProfile, PairResult>();
    this.pairs.set(a, row);
    let result = row.get(b);
    if (result === undefined) {
      const terms = pairTerms(a, b, this.dictionary);
      const earlier = this.earlier(a, b);
      result = {
        links: linkArticles(a, b, terms, earlier),
        aligned: alignArticles(a, b, terms, earlier),
        quotes: matchQuotes(quotesOf(a), quotesOf(b), earlier?.quoted),
      };
      row.set(b, result);
      this.keepTerms(result, terms);
    }
    return result;
  }

  /** Links between what one article says twice. */
  inside(profile: ArticleProfile): readonly Link[] {
    let links = this.own.get(profile);
    if (links === undefined) {
      const terms = pairTerms(profile, profile, this.dictionary);
      this.own.set(profile, (links = linkArticles(profile, profile, terms, this.earlierInside(profile))));
      this.keepTerms(links, terms);
    }
    return links;
  }

  /** What was found of the pair when one of the two had another version, or both. */
  private earlier(a: ArticleProfile, b: ArticleProfile): EarlierPair | undefined {
    const [partsA, partsB] = [this.parts.get(a), this.parts.get(b)];
    for (const [x, y] of [
      [partsA, undefined],
      [undefined, partsB],
      [partsA, partsB],
    ]) {
      const [before, after] = [x?.before ?? a, y?.before ?? b];
      const result = this.pairs.get(before)?.get(after);
      if (result === undefined) continue;
      const pair = this.termsOf(result, before, after);
      const { links, aligned, quotes } = result;
      const quoted = { a: quotesOf(before), b: quotesOf(after), matches: quotes };
      return { links, aligned, quoted, pair, a: x ?? ownParts(a), b: y ?? ownParts(b) };
    }
    return undefined;
  }

  private earlierInside(profile: ArticleProfile): EarlierLinks | undefined {
    const parts = this.parts.get(profile);
    const links = parts === undefined ? undefined : this.own.get(parts.before);
    if (parts === undefined || links === undefined) return undefined;
    return { links, pair: this.termsOf(links, parts.before, parts.before), a: parts, b: parts };
  }

  private termsOf(result: object, a: ArticleProfile, b: ArticleProfile): PairTerms {
    return this.terms.get(result) ?? pairTerms(a, b, this.dictionary);
  }

  private keepTerms(result: object, terms: PairTerms): void {
    this.terms.set(result, terms);
    for (const oldest of this.terms.keys()) {
      if (this.terms.size <= PAIRS) break;
      this.terms.delete(oldest);
    }
  }
}
