import search from 'approx-string-match';
import type { Selector } from '../../src/annotation';
import type { Span } from '../../src/text';

/**
 * A quote matcher after the method that Hypothesis publishes for its client: the closest matches of the quote with errors up to half of
 * its length, scored by quote (50), prefix (20), suffix (20) and nearness to the old place (2). It always takes the best one.
 */
export function matchQuote(text: string, { quote, prefix = '', suffix = '', at }: Selector): Span | null {
  const matches = closest(text, quote, Math.min(256, quote.length / 2));
  let best: { span: Span; score: number } | null = null;
  for (const { start, end, errors } of matches) {
    const before = likeness(text.slice(Math.max(0, start - prefix.length), start), prefix);
    const after = likeness(text.slice(end, end + suffix.length), suffix);
    const near = at === undefined ? 1 : 1 - Math.abs(start - at.start) / text.length;
    const score = 50 * (1 - errors / quote.length) + 20 * before + 20 * after + 2 * near;
    if (best === null || score > best.score) best = { span: { start, end }, score };
  }
  return best?.span ?? null;
}

function closest(
  text: string,
  words: string,
  errors: number,
): readonly { start: number; end: number; errors: number }[] {
  const exact = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    exact.push({ start: at, end: at + words.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, words, errors);
}

function likeness(text: string, words: string): number {
  if (words === '') return 1;
  if (text === '') return 0;
  return 1 - (closest(text, words, words.length)[0]?.errors ?? words.length) / words.length;
}
