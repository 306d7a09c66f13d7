import type { Statement } from '../model';
import type { ArticleWords } from './article-words';
import type { NameCandidate } from './candidate';
import { speakerPhrase } from './speaker-phrase';
import { lowerBound } from './token-lookup';

/** Marks the candidates that are the head of a statement's source: these speak, whatever kind they seem to be. */
export function markSpeakers(
  words: ArticleWords,
  candidates: readonly NameCandidate[],
  statements: readonly Statement[],
): void {
  const nameEnd = (token: number): number => {
    const c = candidates[lowerBound(candidates, token)];
    return c?.first === token ? c.end : 0;
  };
  for (const { source } of statements) {
    const phrase = source && speakerPhrase(words, source, nameEnd);
    if (!phrase) continue;
    for (let i = lowerBound(candidates, phrase.first); i < candidates.length; i++) {
      const c = candidates[i];
      if (!c || c.first >= phrase.coreEnd) break;
      if (c.end < phrase.coreEnd) continue;
      c.speaks = true;
      c.given = true;
    }
  }
}
