import { commonness } from '../corpus/common-words';
import { nameKey, foldWord, wordTerm } from '../corpus/normalise';
import type { Span } from '../text';
import { TokenKind } from '../text';
import type { ArticleProfile } from './article-profile';
import { MOST_NAMES } from './compared-parts';
import { spellingVariants } from './full-names';
import { groupLetters } from './group-letters';
import { likeNames } from './like-names';
import type { Fact, FactMention } from './model';
import { once } from './once';
import type { SentenceProfile } from './sentence-profile';

interface NameUse extends Span {
  readonly profile: ArticleProfile;
  readonly sentence: SentenceProfile;
  readonly text: string;
}

/** A name of one word. */
interface WordUse extends NameUse {
  /** The word with its capitals and accents folded. */
  readonly spelling: string;
  /** What words that sound alike have in common. */
  readonly key: string;
}

/** Names shorter than this meet too often by chance. */
const LEAST_LETTERS = 6;

/**
 * Names that articles of a story spell differently ("Taludi" and "Talodi"): words written as names that sound alike and are
 * not both in one article, where the writer would tell two names apart.
 * @param aliases names that people declared the same; their spellings are no news
 */
export function nameFacts(
  profiles: readonly ArticleProfile[],
  aliases: readonly (readonly string[])[],
): Fact[] {
  const byKey = new Map<string, WordUse[]>();
  for (const profile of profiles) {
    for (const use of usesIn(profile)) {
      const list = byKey.get(use.key);
      if (list === undefined) byKey.set(use.key, [use]);
      else list.push(use);
    }
  }
  const declared = aliases.map((group) => new Set(group.flatMap((name) => name.split(/\s+/u).map(foldWord))));
  const people = spellingVariants(profiles).filter((uses) => !isDeclared(uses, aliases));
  const full = people.map(variantFact).filter((f) => f !== undefined);
  const byArticle = profiles.map(usesIn);
  const groups = [
    ...[...byKey.values()].filter(areSpellings),
    ...likeNames(byArticle),
    ...apartOrTogether(byArticle, profiles.map(pairsIn)),
  ].filter((uses) => !isDeclaredWord(uses, declared));
  const words = merged(groups)
    .map(variantFact)
    .filter((f) => f !== undefined);
  return [...full, ...words.filter((fact) => !full.some((other) => holds(other, fact)))];
}

/** Groups that have a spelling in common, as one where no article has two of its spellings. */
function merged(groups: readonly (readonly WordUse[])[]): WordUse[][] {
  const result: WordUse[][] = [];
  for (const group of groups) {
    const other = result.find(
      (uses) => uses.some((u) => group.includes(u)) && group.every((u) => uses.every((v) => mayBeOne(u, v))),
    );
    if (other === undefined) result.push([...group]);
    else other.push(...group.filter((u) => !other.includes(u)));
  }
  return result;
}

function mayBeOne(u: WordUse, v: WordUse): boolean {
  return u === v || u.profile !== v.profile;
}

function isDeclared(uses: readonly NameUse[], aliases: readonly (readonly string[])[]): boolean {
  return aliases.some((group) => uses.every((u) => group.includes(u.text)));
}

/** Whether the spellings of a full name include those of one of its words. */
function holds(full: Fact, word: Fact): boolean {
  return word.mentions.every((m) => full.mentions.some((f) => f.text.includes(m.text)));
}

const kept = new WeakMap<ArticleProfile, readonly WordUse[]>();

/** The first use of each spelling in an article. */
function usesIn(profile: ArticleProfile): readonly WordUse[] {
  let uses = kept.get(profile);
  if (uses === undefined) kept.set(profile, (uses = readUses(profile)));
  return uses;
}

/** How common both of two words must be to name a sort of thing rather than a thing: "Coast Guard", "Fire Brigade". */
const COMMON = 2;

function areCommon(...words: readonly NameWord[]): boolean {
  return words.every(({ word }) => commonness(wordTerm(word)) >= COMMON);
}

/** Two words of a name beside each other, by what they are when written together. */
const pairsIn = once((profile: ArticleProfile): ReadonlyMap<string, WordUse> => {
  const { prose } = profile.article.text;
  const pairs = new Map<string, WordUse>();
  let before: NameWord | undefined;
  for (const word of nameWords(profile)) {
    if (before !== undefined && prose.slice(before.end, word.start) === ' ' && !areCommon(before, word)) {
      const { sentence, start } = before;
      const { end } = word;
      const spelling = before.spelling + word.spelling;
      const use = {
        profile,
        sentence,
        start,
        end,
        text: prose.slice(start, end),
        spelling,
        key: nameKey(spelling),
      };
      if (spelling.length >= LEAST_LETTERS && pairs.size < MOST_NAMES && !pairs.has(spelling))
        pairs.set(spelling, use);
    }
    before = word;
  }
  return pairs;
});

/** Names that some articles write as one word and others as two: "Stonebridge", "Stone Bridge". */
function apartOrTogether(
  byArticle: readonly (readonly WordUse[])[],
  pairs: readonly ReadonlyMap<string, WordUse>[],
): WordUse[][] {
  const together = new Map<string, WordUse[]>();
  for (const use of byArticle.flat()) {
    const list = together.get(use.spelling);
    if (list === undefined) together.set(use.spelling, [use]);
    else list.push(use);
  }
  return [...together].flatMap(([spelling, uses]) => {
    const articles = new Set(uses.map((u) => u.profile));
    const others = pairs.flatMap((list) => list.get(spelling) ?? []);
    return others.length === 0 || others.some((u) => articles.has(u.profile)) ? [] : [[...uses, ...others]];
  });
}

interface NameWord extends Span {
  readonly sentence: SentenceProfile;
  readonly word: string;
  readonly spelling: string;
}

/** The words that an article writes as names, in the order of its text. */
function* nameWords(profile: ArticleProfile): Generator<NameWord> {
  const { text, features } = profile.article;
  for (const sentence of profile.sentences) {
    for (let t = sentence.sentence.firstToken; t < sentence.sentence.endToken; t++) {
      if (features.tokenNames[t] !== 1 || text.tokens.kind[t] !== TokenKind.Word) continue;
      const start = text.tokens.start[t] ?? 0;
      const end = text.tokens.end[t] ?? 0;
      const word = text.prose.slice(start, end);
      yield { sentence, start, end, word, spelling: foldWord(word) };
    }
  }
}

function readUses(profile: ArticleProfile): WordUse[] {
  const uses = new Map<string, WordUse>();
  for (const { sentence, start, end, word, spelling } of nameWords(profile)) {
    if (spelling.length < LEAST_LETTERS || /[^\p{L}]/u.test(spelling) || uses.has(spelling)) continue;
    if (word === word.toUpperCase()) continue;
    uses.set(spelling, { profile, sentence, start, end, text: word, spelling, key: nameKey(word) });
  }
  return [...uses.values()].slice(0, MOST_NAMES);
}

/** Whether words that sound alike are two spellings of one name. */
function areSpellings(uses: readonly WordUse[]): boolean {
  const spellings = [...new Set(uses.map((u) => u.spelling))];
  if (spellings.length < 2) return false;
  const articles = new Set(uses.map((u) => u.profile));
  if (articles.size < 2 || articles.size < uses.length) return false;
  return !spellings.some((s) => isInflection(s, spellings));
}

function isDeclaredWord(uses: readonly WordUse[], declared: readonly ReadonlySet<string>[]): boolean {
  return declared.some((group) => uses.every((u) => group.has(u.spelling)));
}

/** A fact of uses of one name, two of which are spelled differently. */
function variantFact(uses: readonly NameUse[]): Fact | undefined {
  const mentions = uses.map((u) => mentionOf(u));
  const [first, second] = [...new Set(uses.map((u) => u.text))].sort();
  const opening = mentions[0];
  if (opening === undefined) return undefined;
  return {
    id: `n:${opening.path}:${opening.start}`,
    kind: 'name',
    label: opening.text,
    relation: 'agree',
    reasons: [{ message: 'spelled “{0}” here, “{1}” there', args: [first ?? '', second ?? ''] }],
    mentions: mentions,
    confidence: 0.7,
  };
}

/** "Iranian" beside "Iranians" is no other spelling, nor a people beside its country. */
function isInflection(spelling: string, all: readonly string[]): boolean {
  return ['s', 'es', 'a', 'i', 'n', 'an', 'ian'].some((ending) => all.includes(spelling + ending));
}

function mentionOf(u: NameUse): FactMention {
  return {
    path: u.profile.article.path,
    start: u.start,
    end: u.end,
    text: u.text,
    value: null,
    unit: null,
    speaker: null,
    group: groupLetters(0),
    context: { start: u.sentence.sentence.start, end: u.sentence.sentence.end },
  };
}
