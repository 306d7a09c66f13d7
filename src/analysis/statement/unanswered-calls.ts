import type { TokenRange } from './cue-window';
import { nounPhraseFrom } from './noun-phrase';
import type { SentenceWords } from './sentence-words';
import type { TaggedStatement } from './statement-tagger';
import { WordSet } from './word-set';

const CALLS = new WordSet(
  'call calls message messages email emails e-mail e-mails inquiries enquiries request requests letter letters query queries text texts'.split(
    ' ',
  ),
);
const RETURNED = /^(?:returned|answered|acknowledged)$/;
const LEFT_OPEN = /^(?:unanswered|unreturned)$/;
const BE = /^(?:was|were|went|is|are|wasn't|weren't)$/;
const TO_WHOM = /^(?:to|for|with|at)$/;

/** No phrase between the call and its verb is longer. */
const LONGEST_BETWEEN = 20;
/** "were not immediately returned": adverbs in a row. */
const LONGEST_ADVERBS = 4;

/** "Calls to the harbour office were not returned": who was called said nothing, and the call is what it is about. */
export function findUnansweredCalls(words: SentenceWords): TaggedStatement[] {
  const found: TaggedStatement[] = [];
  const { word, count } = words.columns;
  for (let t = 0; t < count; t++) {
    if (!CALLS.has(word[t] ?? 0) || words.isQuoted(t)) continue;
    const statement = unanswered(words, t);
    if (statement !== null) found.push(statement);
  }
  return found;
}

function unanswered(words: SentenceWords, call: number): TaggedStatement | null {
  const last = Math.min(words.sentence(call).end, call + LONGEST_BETWEEN);
  for (let be = call + 1; be < last && !words.isBreak(be); be++) {
    if (!BE.test(words.lower(be))) continue;
    const end = verbEnd(words, be);
    if (end === 0) return null;
    const source = addressee(words, call, be);
    if (source === null) return null;
    const content = { first: call, end: Math.max(call + 1, source.first - 1) };
    return { cue: { first: be, end }, source, content: [content] };
  }
  return null;
}

/** One past "not … returned" or "unanswered" behind the auxiliary at `be`; 0 where nothing of the kind follows. */
function verbEnd(words: SentenceWords, be: number): number {
  let negated = words.lower(be).endsWith("n't");
  for (let t = be + 1; t <= be + LONGEST_ADVERBS; t++) {
    const word = words.lower(t);
    if (LEFT_OPEN.test(word)) return t + 1;
    if (RETURNED.test(word)) return negated ? t + 1 : 0;
    negated ||= word === 'not' || word === 'never';
  }
  return 0;
}

function addressee(words: SentenceWords, call: number, be: number): TokenRange | null {
  for (let t = call + 1; t < be; t++) {
    if (!TO_WHOM.test(words.lower(t))) continue;
    const phrase = nounPhraseFrom(words, t + 1);
    if (phrase !== null) return { first: phrase.first, end: Math.min(phrase.end, be) };
  }
  return null;
}
