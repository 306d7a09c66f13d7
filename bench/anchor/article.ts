import type { Span } from '../../src/text';
import type { Random } from './random';

/** An article cut up for edits. */
export interface Article {
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly paragraphs: readonly Span[];
  readonly words: readonly Span[];
}

export function readArticle(text: string): Article {
  const paragraphs = matches(text, /\S[^\n]*(?:\n(?!\s*\n)[^\n]+)*/g);
  const sentences = paragraphs.flatMap((paragraph) =>
    matches(text.slice(paragraph.start, paragraph.end), /\S[^]*?(?:[.!?]["”’)]*(?=\s+["“A-Z0-9])|$)/g).map(
      ({ start, end }) => ({ start: start + paragraph.start, end: end + paragraph.start }),
    ),
  );
  return { text, paragraphs, sentences, words: matches(text, /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) };
}

function matches(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)]
    .filter((match) => match[0].trim() !== '')
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A span such as reviewers mark: a number with its noun, a name, a phrase, a sentence, a word. */
export function pickSpan(article: Article, random: Random): Span {
  const { text, words } = article;
  const roll = random.next();
  if (roll < 0.15) {
    const sentence = random.pick(article.sentences);
    return { start: sentence.start, end: Math.min(sentence.end, sentence.start + 400) };
  }
  const wanted = roll < 0.45 ? /^\d/ : roll < 0.65 ? /^\p{Lu}/u : /^\p{L}{4}/u;
  for (let tries = 0; tries < 60; tries++) {
    const first = random.below(words.length);
    const word = words[first];
    if (word === undefined || !wanted.test(text.slice(word.start, word.end))) continue;
    const length =
      roll < 0.45
        ? 1 + random.below(3)
        : roll < 0.65
          ? 1 + random.below(2)
          : roll < 0.95
            ? 2 + random.below(8)
            : 1;
    const last = words[Math.min(words.length - 1, first + length - 1)] ?? word;
    const span = { start: word.start, end: last.end };
    if (!text.slice(span.start, span.end).includes('\n')) return span;
  }
  return random.pick(words);
}

/** The part of a list that holds, or is nearest to, an offset. */
export function around(parts: readonly Span[], offset: number): number {
  const found = parts.findIndex(({ end }) => end > offset);
  return found < 0 ? parts.length - 1 : found;
}
