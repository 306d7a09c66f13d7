import type { Statement } from '../analysis';
import { STOP } from '../corpus/lexicon';
import { foldWord, nameKey, wordTerm } from '../corpus/normalise';
import type { Span } from '../text';
import { firstTokenFrom, TokenKind } from '../text';
import type { ArticleProfile } from './article-profile';
import { once } from './once';
import { MOST_QUOTES } from './compared-parts';
import type { SentenceProfile } from './sentence-profile';
import { profileAt } from './sentence-profile';
import { speakerAt } from './speaker';

/** What someone is quoted with, word for word. */
export interface Quote extends Span {
  readonly profile: ArticleProfile;
  readonly sentence: SentenceProfile;
  readonly speaker: string | null;
  /** Keys of the words of the speaker's name. */
  readonly voice: ReadonlySet<string>;
  readonly words: readonly QuotedWord[];
  /** The folded words, for telling whether two quotations are the same word for word. */
  readonly wording: string;
  /** How often it has each of its telling words. */
  readonly telling: ReadonlyMap<string, number>;
  /** All that it is matched by: two quotations of which this is the same are matched alike with any other. */
  readonly signature: string;
}

export interface QuotedWord extends Span {
  /** Spelling and inflection folded. */
  readonly key: string;
  readonly text: string;
  /** Whether it says something: no small word. */
  readonly telling: boolean;
}

/** Shorter quotations are set phrases and names. */
const LEAST_WORDS = 5;
/** Longer ones are compared by their first words: keeps the table of the alignment small. */
const MOST_WORDS = 80;
const MARKS = /^[\s"“”„«»‘’'‹›]+|[\s"“”„«»‘’'‹›,.]+$/gu;

/** The direct quotations of an article that are long enough to be told again. */
export const quotesOf = once((profile: ArticleProfile): readonly Quote[] => readQuotes(profile));

function readQuotes(profile: ArticleProfile): Quote[] {
  const stretches = profile.article.analysis.statements
    .filter((s) => s.type === 'direct' || s.type === 'mixed')
    .flatMap((s) => quotedStretches(profile, s));
  // Two statements can have one content: "the agency, citing the ministry, reported".
  const distinct = new Map(stretches.map((span) => [`${span.start} ${span.end}`, span]));
  return [...distinct.values()]
    .map((span) => readQuote(profile, span))
    .filter((quote) => quote !== undefined)
    .slice(0, MOST_QUOTES);
}

const QUOTED = /["“”„«»](?:[^"“”„«»]{12,600})["“”«»]|‘(?:[^‘]{12,600}?)’(?!\p{L})/gu;

/** The stretches between quotation marks in what a statement says; all of it where its marks stand outside. */
function quotedStretches({ article }: ArticleProfile, statement: Statement): Span[] {
  const { prose } = article.text;
  return statement.content.flatMap((content) => {
    const words = prose.slice(content.start, content.end);
    const inside = [...words.matchAll(QUOTED)].map((m) => ({
      start: content.start + m.index,
      end: content.start + m.index + m[0].length,
    }));
    return inside.length > 0 || statement.type !== 'direct' ? inside : [content];
  });
}

function readQuote(profile: ArticleProfile, marked: Span): Quote | undefined {
  const { text } = profile.article;
  const raw = text.prose.slice(marked.start, marked.end);
  const start = marked.start + (/^[\s"“”„«»‘’'‹›]*/u.exec(raw)?.[0].length ?? 0);
  const end = start + raw.replace(MARKS, '').length;
  const words = wordsIn(profile, { start, end });
  const sentence = profileAt(profile.sentences, start);
  if (words.length < LEAST_WORDS || sentence === undefined) return undefined;
  const speaker = speakerAt(profile.article, start, end);
  const wording = words.map((w) => w.key).join(' ');
  const voice = voiceOf(speaker);
  const telling = words.map((w) => (w.telling ? 1 : 0)).join('');
  return {
    profile,
    sentence,
    start,
    end,
    speaker,
    voice,
    words,
    wording,
    telling: tellingOf(words),
    signature: [wording, telling, [...voice].join(' ')].join('\n'),
  };
}

/** The words of a stretch, without what an editor put in: "altered (its direction) towards". */
function wordsIn({ article: { text } }: ArticleProfile, span: Span): QuotedWord[] {
  const { tokens, prose } = text;
  const words: QuotedWord[] = [];
  let inserted = false;
  for (let t = firstTokenFrom(text, span.start); t < tokens.count && words.length < MOST_WORDS; t++) {
    const [start = 0, end = 0] = [tokens.start[t], tokens.end[t]];
    if (start >= span.end) break;
    const mark = prose.charAt(start);
    if (mark === '(' || mark === '[') inserted = true;
    if (mark === ')' || mark === ']') inserted = false;
    if (inserted) continue;
    if (tokens.kind[t] !== TokenKind.Word && tokens.kind[t] !== TokenKind.Number) continue;
    const word = prose.slice(start, end);
    const key = keyOf(word);
    words.push({ start, end, text: word, key, telling: key.length > 3 && !STOP.has(foldWord(word)) });
  }
  return words;
}

/** "He's" is heard as "he is", "6:00" as "6". */
function keyOf(word: string): string {
  const plain = word.replace(/(\p{L})['’](?:s|re|ll|ve|m|d)$/iu, '$1').replace(/^(\d+):00$/u, '$1');
  return wordTerm(plain).replace(/-/gu, '');
}

function tellingOf(words: readonly QuotedWord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key, telling } of words) if (telling) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function voiceOf(speaker: string | null): ReadonlySet<string> {
  const words = (speaker ?? '').split(/[^\p{L}]+/u).filter((w) => w.length > 2 && !STOP.has(foldWord(w)));
  return new Set(words.map(nameKey));
}
