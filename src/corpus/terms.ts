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

const CAPITAL = /^\p{Lu}/u;

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
  const { tokens, prose } = text;
  const terms: string[] = new Array<string>(tokens.count).fill('');
  const names: boolean[] = new Array<boolean>(tokens.count).fill(false);
  for (const sentence of text.sentences) {
    const headline = isHeadline(text, sentence);
    let opening = true;
    for (let t = sentence.firstToken; t < sentence.endToken; t++) {
      const word = prose.slice(tokens.start[t], tokens.end[t]);
      const kind = tokens.kind[t];
      if (kind === TokenKind.Number) {
        terms[t] = numberTerm(word) ?? '';
        opening = false;
        continue;
      }
      if (kind !== TokenKind.Word) {
        if (kind === TokenKind.Quote) opening = true;
        continue;
      }
      const folded = foldWord(word);
      const name =
        CAPITAL.test(word) && folded.length > 1 && !((opening || headline) && commonness(wordTerm(word)) > 0);
      opening = false;
      if (STOP.has(folded)) continue;
      names[t] = name && !STOP.has(folded);
      terms[t] = numberTerm(word) ?? (names[t] === true ? nameTerm(word, folded) : wordTerm(word));
    }
  }
  return { terms, names };
}

/** Names of four letters or fewer, and words that are common beside being names, keep their letters; others their key. */
function nameTerm(word: string, folded: string): string {
  const term = wordTerm(word);
  return folded.length <= 4 || commonness(term) > 0 ? term : '@' + nameKey(word);
}
