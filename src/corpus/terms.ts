import { TokenKind } from '../text';
import type { ArticleText, Sentence } from '../text';
import { STOP } from './lexicon';
import { commonness } from './common-words';
import { foldWord, nameKey, numberTerm, wordTerm } from './normalise';

/** The term of each token of an article, `''` for tokens without content of their own (punctuation, stop words). */
export interface TokenTerms {
  readonly terms: readonly string[];
  /** Whether a token is written as a name: capitalised where a plain word would not be. */
  readonly names: readonly boolean[];
}

/** What a word may count as, whatever stands around it. */
interface WordReading {
  readonly stop: boolean;
  readonly capital: boolean;
  /** Too short to be a name: "I". */
  readonly letter: boolean;
  readonly common: boolean;
  readonly number: string | undefined;
  readonly word: string;
  readonly name: string;
}

const CAPITAL = /^\p{Lu}/u;
const READINGS_LIMIT = 50_000;
const readings = new Map<string, WordReading>();

function readingOf(word: string): WordReading {
  let reading = readings.get(word);
  if (reading === undefined) {
    if (readings.size >= READINGS_LIMIT) readings.clear();
    readings.set(word, (reading = readWord(word)));
  }
  return reading;
}

/** Names of four letters or fewer, and words that are common beside being names, keep their letters; others their key. */
function readWord(word: string): WordReading {
  const folded = foldWord(word);
  const term = wordTerm(word);
  const common = commonness(term) > 0;
  return {
    stop: STOP.has(folded),
    capital: CAPITAL.test(word),
    letter: folded.length < 2,
    common,
    number: numberTerm(word),
    word: term,
    name: folded.length <= 4 || common ? term : '@' + nameKey(withoutPlural(word)),
  };
}

/** "Somalis", "Persians", "AK-47s": several of what a name stands for. */
function withoutPlural(word: string): string {
  return /(?:[a-z]an|[^aeiou\W]i|\d)s$/u.test(word) ? word.slice(0, -1) : word;
}

/** Whether most long words of a sentence are capitalised, as in a headline: capitals then say nothing. */
function isHeadline(text: ArticleText, sentence: Sentence): boolean {
  let long = 0;
  let capital = 0;
  for (let t = sentence.firstToken; t < sentence.endToken; t++) {
    if (text.tokens.kind[t] !== TokenKind.Word) continue;
    const start = text.tokens.start[t] ?? 0;
    if ((text.tokens.end[t] ?? 0) - start < 4) continue;
    long++;
    if (CAPITAL.test(text.prose.charAt(start))) capital++;
  }
  return long >= 4 && capital > 0.7 * long;
}

/** Turns the tokens of an article into terms: what words, names and numbers are compared by. Linear. */
export function termsOf(text: ArticleText): TokenTerms {
  const terms: string[] = new Array<string>(text.tokens.count).fill('');
  const names: boolean[] = new Array<boolean>(text.tokens.count).fill(false);
  for (const sentence of text.sentences) readSentence(text, sentence, terms, names);
  return { terms, names };
}

function readSentence(text: ArticleText, sentence: Sentence, terms: string[], names: boolean[]): void {
  const { tokens, prose } = text;
  const headline = isHeadline(text, sentence);
  let opening = true;
  for (let t = sentence.firstToken; t < sentence.endToken; t++) {
    const kind = tokens.kind[t];
    if (kind === TokenKind.Quote) opening = true;
    if (kind !== TokenKind.Word && kind !== TokenKind.Number) continue;
    const reading = readingOf(prose.slice(tokens.start[t], tokens.end[t]));
    const plain = (opening || headline) && reading.common;
    opening = false;
    if (kind === TokenKind.Number) terms[t] = reading.number ?? '';
    else if (!reading.stop) {
      const name = reading.capital && !reading.letter && !plain;
      names[t] = name;
      terms[t] = reading.number ?? (name ? reading.name : reading.word);
    }
  }
}
