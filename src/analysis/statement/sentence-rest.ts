import type { WordColumns } from './word-columns';
import { COMMA, hashWord, Shape } from './word-columns';
import { WordSet } from './word-set';

const ED = hashWord('ed', 0, 2);

/** Words that show a clause to have its verb. */
const VERBS = new WordSet(
  (
    'is are was were be been has have had will would can could may might should must do does did said says say ' +
    "isn't wasn't doesn't don't didn't won't can't hasn't 's 're"
  ).split(' '),
);

/** What follows each token in its sentence: it tells how likely a content goes on to the end. */
export class SentenceRest {
  /** Commas, quotation marks and cues to come, each counted up to two. */
  readonly marks: Uint8Array;
  /** Verbs to come, counted up to two. */
  readonly verbs: Uint8Array;
  private readonly verb: Uint8Array;

  /** @param cues 2 at a cue's first token */
  constructor(c: WordColumns, cues: Uint8Array) {
    const n = c.count;
    this.marks = new Uint8Array(n);
    this.verbs = new Uint8Array(n);
    this.verb = new Uint8Array(n);
    let commas = 0;
    let marks = 0;
    let others = 0;
    let verbs = 0;
    for (let t = n - 1; t >= 0; t--) {
      if (t === n - 1 || c.sentence[t] !== c.sentence[t + 1]) commas = marks = others = verbs = 0;
      this.marks[t] = Math.min(commas, 2) + 3 * Math.min(marks, 2) + 9 * Math.min(others, 2);
      this.verbs[t] = Math.min(verbs, 2);
      if (c.word[t] === COMMA) commas++;
      if (c.mark[t] !== 0) marks++;
      if (cues[t] === 2) others++;
      if (!VERBS.has(c.word[t] ?? 0) && (c.suffix2[t] !== ED || c.shape[t] !== Shape.Lower)) continue;
      this.verb[t] = 1;
      verbs++;
    }
  }

  /** Whether a finite verb seems to stand at a token: an auxiliary, "say", or a word on "-ed". */
  isVerb(t: number): boolean {
    return this.verb[t] === 1;
  }
}
