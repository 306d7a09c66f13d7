import type { CorpusArticle } from '../corpus';
import { TokenKind } from '../text';
import type { Sentence } from '../text';
import { comparedSentences } from './compared-parts';

/** What a sentence is matched by. */
export interface SentenceProfile {
  /** Its place among the sentences that are compared. */
  readonly index: number;
  readonly sentence: Sentence;
  /** Distinct term ids, ascending. */
  readonly terms: readonly number[];
  /** Distinct term ids of names, ascending. */
  readonly names: readonly number[];
  /** The names, with those of the sentence before where this one goes on about it ("He said …"). */
  readonly settingNames: readonly number[];
  /** What other time than the story's the sentence speaks of ("2004", "last year"); null for the story's own time. */
  readonly past: string | null;
  /** Whether the time was taken over from the sentence before. */
  readonly inheritedPast: boolean;
}

const PAST_PHRASE =
  /\b(?:last|previous|earlier this|prior) (?:year|month|decade|century|season)\b|\b(?:years?|months?|decades?) (?:ago|earlier|before)\b|\bin (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\ba year (?:ago|earlier)\b|\bsince (?:19|20)\d\d\b/iu;
const YEAR = /\b(?:19|20)\d\d\b/gu;
/** An article's opening tells its own story even where it names another year for comparison. */
const OPENING_SENTENCES = 3;

/** Profiles the sentences of an article that are compared. */
export function profileSentences(article: CorpusArticle, year: string | undefined): SentenceProfile[] {
  const { tokenTerms, tokenNames } = article.features;
  const compared = comparedSentences(article);
  const profiles: SentenceProfile[] = [];
  let before: SentenceProfile | undefined;
  article.text.sentences.forEach((sentence, index) => {
    const terms = new Set<number>();
    const names = new Set<number>();
    for (let t = sentence.firstToken; t < sentence.endToken; t++) {
      const term = tokenTerms[t] ?? -1;
      if (term < 0) continue;
      terms.add(term);
      if (tokenNames[t] === 1) names.add(term);
    }
    const prose = article.text.prose.slice(sentence.start, sentence.end);
    const own = index < OPENING_SENTENCES ? yearAhead(prose, index, year) : pastOf(prose, year);
    const inherited =
      own === null && typeof before?.past === 'string' && !before.inheritedPast && isContinuation(prose);
    const profile: SentenceProfile = {
      index: profiles.length,
      sentence,
      terms: ascending(terms),
      names: ascending(names),
      settingNames: GOES_ON.test(prose)
        ? ascending([...names, ...(before?.settingNames ?? [])])
        : ascending(names),
      past: own ?? (inherited ? (before?.past ?? null) : null),
      inheritedPast: inherited,
    };
    before = profile;
    if (compared[index] === true) profiles.push(profile);
  });
  return profiles;
}

/** The sentence that holds the code unit at `offset`, if it is among these. Logarithmic. */
export function profileAt(
  sentences: readonly SentenceProfile[],
  offset: number,
): SentenceProfile | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.sentence.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found !== undefined && found.sentence.start <= offset ? found : undefined;
}

/** "A magnitude 6 quake can cause damage" is of no event at all. */
const GENERAL =
  /\b(?:can (?:be|cause|carry|hold|lead|reach|take)|typically|usually|normally|on average|designed to)\b/iu;

const GOES_ON = /^\W*(?:he|she|it|they|this|that|these)\b/iu;

/** "In 1999, …": behind the first sentence such an opening tells of another event. */
function yearAhead(prose: string, index: number, year: string | undefined): string | null {
  const ahead = index === 0 ? undefined : YEAR_AHEAD.exec(prose)?.[1];
  return ahead === undefined || ahead === year ? null : ahead;
}

const YEAR_AHEAD = /^\W*(?:back )?in (?:\p{L}+ )?((?:19|20)\d\d)\b/iu;

function pastOf(prose: string, year: string | undefined): string | null {
  if (GENERAL.test(prose)) return 'in general';
  for (const m of prose.matchAll(YEAR)) if (m[0] !== year) return m[0];
  return PAST_PHRASE.exec(prose)?.[0].toLowerCase() ?? null;
}

/** A sentence that names no day or "now" of its own may still be about the time of the one before. */
function isContinuation(prose: string): boolean {
  return !/\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|now|currently|said|told|says)\b/iu.test(
    prose,
  );
}

export function ascending(ids: Iterable<number>): number[] {
  return [...ids].sort((a, b) => a - b);
}

/** Whether a token is punctuation that ends a clause. */
export function endsClause(article: CorpusArticle, token: number): boolean {
  const { tokens, prose } = article.text;
  if (tokens.kind[token] !== TokenKind.Punctuation) return false;
  return /[,;:()–—]/u.test(prose.charAt(tokens.start[token] ?? 0));
}
