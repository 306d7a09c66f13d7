import { nameKey, foldWord } from '../corpus/normalise';
import type { Span } from '../text';
import { TokenKind } from '../text';
import type { ArticleProfile } from './article-profile';
import { MOST_NAMES } from './compared-parts';
import { spellingVariants } from './full-names';
import { groupLetters } from './group-letters';
import { likeNames } from './like-names';
import type { Fact, FactMention } from './model';
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
  const words = [...byKey.values()].map((uses) => factOf(uses, declared)).filter((f) => f !== undefined);
  const full = people.map(variantFact).filter((f) => f !== undefined);
  const like = likeNames(profiles.map(usesIn))
    .filter((uses) => !isDeclaredWord(uses, declared))
    .map(variantFact)
    .filter((f) => f !== undefined);
  const sounding = words.filter((fact) => !full.some((other) => holds(other, fact)));
  const known = [...full, ...sounding];
  return [
    ...known,
    ...like.filter((fact) => !known.some((other) => holds(other, fact) || holds(fact, other))),
  ];
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

function readUses(profile: ArticleProfile): WordUse[] {
  const { text, features } = profile.article;
  const uses = new Map<string, WordUse>();
  for (const sentence of profile.sentences) {
    for (let t = sentence.sentence.firstToken; t < sentence.sentence.endToken; t++) {
      if (features.tokenNames[t] !== 1 || text.tokens.kind[t] !== TokenKind.Word) continue;
      const start = text.tokens.start[t] ?? 0;
      const end = text.tokens.end[t] ?? 0;
      const word = text.prose.slice(start, end);
      const spelling = foldWord(word);
      if (spelling.length < LEAST_LETTERS || /[^\p{L}]/u.test(spelling) || uses.has(spelling)) continue;
      if (word === word.toUpperCase()) continue;
      uses.set(spelling, { profile, sentence, start, end, text: word, spelling, key: nameKey(word) });
    }
  }
  return [...uses.values()].slice(0, MOST_NAMES);
}

function factOf(uses: readonly WordUse[], declared: readonly ReadonlySet<string>[]): Fact | undefined {
  const spellings = [...new Set(uses.map((u) => u.spelling))].sort();
  if (spellings.length < 2 || isDeclaredWord(uses, declared)) return undefined;
  const articles = new Set(uses.map((u) => u.profile));
  if (articles.size < 2 || articles.size < uses.length) return undefined;
  if (spellings.some((s) => isInflection(s, spellings))) return undefined;
  return variantFact(uses);
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
