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
const REACH_IN_SENTENCE = 100;

/** How many sentences are looked at on either side of the cue's. */
const MOST_BESIDE = 5;

/** While learning, endless lines are no danger. */
const WIDE_REACH_IN_SENTENCE = 200;

/** Says among which tokens a cue's source and content are looked for. */
export class CueWindows {
  /** 1 for a sentence with something quoted in it. */
  private readonly quoted: Uint8Array;

  /** @param wide for learning: windows as far as the text goes */
  constructor(
    private readonly text: ArticleText,
    private readonly columns: WordColumns,
    private readonly wide = false,
  ) {
    this.quoted = Uint8Array.from(text.sentences, (s) =>
      columns.quoted.subarray(s.firstToken, s.endToken).includes(1) ? 1 : 0,
    );
  }

  /**
   * The cue's sentence; where something is quoted in it, also those beside it in its paragraph that hold quotations. Of what is said
   * in another sentence than its cue, 98 in 100 are quoted there.
   */
  around(cue: TokenRange): TokenRange {
    const { sentences } = this.text;
    let i = this.columns.sentence[cue.first] ?? 0;
    let j = this.columns.sentence[cue.end - 1] ?? i;
    const reach = this.wide ? WIDE_REACH_IN_SENTENCE : REACH_IN_SENTENCE;
    const beside = this.wide ? sentences.length : MOST_BESIDE;
    let first = Math.max(sentences[i]?.firstToken ?? 0, cue.first - reach);
    let end = Math.min(sentences[j]?.endToken ?? 0, cue.end + reach);
    if (this.quoted[i] !== 1) return { first, end };
    const block = sentences[i]?.block;
    const lowest = i - beside;
    const highest = j + beside;
    for (i--; i >= lowest && this.quoted[i] === 1; i--) {
      const before = sentences[i];
      if (before?.block !== block || before === undefined || cue.first - before.firstToken > REACH_BEFORE)
        break;
      first = before.firstToken;
    }
    for (j++; j <= highest && this.quoted[j] === 1; j++) {
      const behind = sentences[j];
      if (behind?.block !== block || behind === undefined || behind.endToken - cue.end > REACH_BEHIND) break;
      end = behind.endToken;
    }
    return { first, end };
  }
}
