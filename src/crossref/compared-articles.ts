import type { CorpusArticle, Dictionary } from '../corpus';
import { openArticle } from '../corpus';
import { PEOPLE } from '../corpus/lexicon';
import type { AlignedArticles } from './align-articles';
import { alignArticles } from './align-articles';
import type { ArticleProfile } from './article-profile';
import { localOffset, profileArticle } from './article-profile';
import type { Corrections } from './corrections';
import type { Link } from './link-articles';
import { linkArticles } from './link-articles';
import type { KnownTerms } from './mention';
import { knownTerms } from './mention';
import { pairTerms } from './pair-terms';
import type { Match } from './quote-match';
import { matchQuotes } from './quote-match';

/** What two versions of two articles have in common. */
export interface PairResult {
  readonly links: readonly Link[];
  readonly aligned: AlignedArticles;
  readonly quotes: readonly Match[];
}

/** Profiles that are kept for the next comparison. */
const PROFILES = 200;
/** Offsets that are kept; a number each. */
const OFFSETS = 20_000;

/** What was found out of versions of articles, each by itself and two by two; kept as long as the versions are used. */
export class ComparedArticles {
  private readonly known: KnownTerms;
  /** By the slots of the articles, those used last at the end. */
  private readonly profiles = new Map<number, ArticleProfile>();
  private readonly pairs = new WeakMap<ArticleProfile, WeakMap<ArticleProfile, PairResult>>();
  private readonly own = new WeakMap<ArticleProfile, readonly Link[]>();
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
    }
    this.profiles.delete(slot);
    this.profiles.set(slot, profile);
    return profile;
  }

  /**
   * Profiles, and with them what is known of their pairs, take room: only those used last are kept.
   * @param atLeast how many of them are in use
   */
  forgetOldest(atLeast: number): void {
    for (const slot of this.profiles.keys()) {
      if (this.profiles.size <= Math.max(PROFILES, atLeast)) break;
      this.profiles.delete(slot);
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
      result = {
        links: linkArticles(a, b, terms),
        aligned: alignArticles(a, b, terms),
        quotes: matchQuotes(a, b),
      };
      row.set(b, result);
    }
    return result;
  }

  /** Links between what one article says twice. */
  inside(profile: ArticleProfile): readonly Link[] {
    let links = this.own.get(profile);
    if (links === undefined) {
      const terms = pairTerms(profile, profile, this.dictionary);
      this.own.set(profile, (links = linkArticles(profile, profile, terms)));
    }
    return links;
  }
}
