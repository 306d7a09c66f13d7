import type { Span } from '../../text';
import type { ArticleWords } from './article-words';
import { tokenAt } from './token-lookup';

/** The words that a statement gives as its source, taken apart; tokens `[first, end)`. */
export interface SpeakerPhrase {
  readonly first: number;
  readonly end: number;
  /** One past the head noun: before the first comma, preposition or relative pronoun outside a name. */
  readonly coreEnd: number;
}

/** A source longer than this is read from its beginning only. */
const LONGEST = 40;
const BREAK =
  /^(?:of|for|from|at|in|with|to|on|by|near|who|whom|that|which|whose|and|or|as|inside|outside|involved|familiar|close|based|representing|speaking|working|quoted|cited|led|under|over|about|behind|,|\(|;|:|—|–|-)$/;

/** Auxiliaries, negation and adverbs end a noun phrase. */
const VERBAL =
  /^(?:did|do|does|has|have|had|was|were|is|are|be|been|will|would|could|should|may|might|can|must|not|neither|nor|never|later|also|earlier|still|again|then|now|once|both|all|said|says)$/;

function isVerbal(words: ArticleWords, token: number): boolean {
  const word = words.lower(token);
  return (
    VERBAL.test(word) ||
    (word.length > 5 && word.endsWith('ly') && !words.isCapital(token) && word !== 'family')
  );
}

/** Whether a dash joins what stands on both its sides: "the 43-year-old". */
function isHyphen(words: ArticleWords, token: number): boolean {
  return words.end(token - 1) === words.start(token) && words.end(token) === words.start(token + 1);
}

/** Reads the tokens of a statement's source; null when the span holds none. `inName` tells tokens that are inside a name. */
export function speakerPhrase(
  words: ArticleWords,
  span: Span,
  inName: (token: number) => number,
): SpeakerPhrase | null {
  const { tokens } = words.text;
  let first = tokenAt(tokens, span.start);
  let end = first;
  while (end < tokens.count && words.start(end) < span.end && end - first < LONGEST) end++;
  while (first < end && !words.isWord(first) && !/\d/.test(words.word(first))) first++;
  if (first >= end) return null;
  let core = first;
  while (core < end) {
    const nameEnd = inName(core);
    if (nameEnd > core) {
      core = nameEnd;
      continue;
    }
    if (core > first && !isHyphen(words, core) && (BREAK.test(words.lower(core)) || isVerbal(words, core)))
      break;
    core++;
  }
  return { first, end, coreEnd: Math.min(core, end) };
}
