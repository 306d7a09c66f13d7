import type { ArticleText } from '../../text';
import type { WordColumns } from './word-columns';

/** A range of tokens `[first, end)`. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/** How far a window reaches over whole sentences, and how far inside one endless sentence. */
const REACH_BEFORE = 110;
const REACH_BEHIND = 130;
const REACH_IN_SENTENCE = 200;

/** The tokens among which a cue's source and content are looked for: its sentence, and its paragraph's others that are near. */
export function cueWindow(text: ArticleText, columns: WordColumns, cue: TokenRange): TokenRange {
  const { sentences } = text;
  let i = columns.sentence[cue.first] ?? 0;
  let j = columns.sentence[cue.end - 1] ?? i;
  const block = sentences[i]?.block;
  let first = Math.max(sentences[i]?.firstToken ?? 0, cue.first - REACH_IN_SENTENCE);
  let end = Math.min(sentences[j]?.endToken ?? 0, cue.end + REACH_IN_SENTENCE);
  for (;;) {
    const before = sentences[i - 1];
    if (before?.block !== block || before === undefined || cue.first - before.firstToken > REACH_BEFORE)
      break;
    first = before.firstToken;
    i--;
  }
  for (;;) {
    const behind = sentences[j + 1];
    if (behind?.block !== block || behind === undefined || behind.endToken - cue.end > REACH_BEHIND) break;
    end = behind.endToken;
    j++;
  }
  return { first, end };
}
