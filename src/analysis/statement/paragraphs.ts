import type { ArticleText, Sentence } from '../../text';
import type { TokenRange } from './cue-window';

/** A paragraph's tokens, and the sentences they stand in. */
export interface Paragraph extends TokenRange {
  readonly sentences: readonly Sentence[];
}

/** The paragraphs of an article, in its order; those without a sentence are left out. */
export function paragraphsOf({ sentences }: ArticleText): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let from = 0, to = 0; from < sentences.length; from = to) {
    const block = sentences[from]?.block;
    while (to < sentences.length && sentences[to]?.block === block) to++;
    const own = sentences.slice(from, to);
    paragraphs.push({ first: own[0]?.firstToken ?? 0, end: own.at(-1)?.endToken ?? 0, sentences: own });
  }
  return paragraphs;
}
