import type { ArticleProfile } from './article-profile';
import type { Link } from './link-articles';
import type { PairTerms } from './pair-terms';
import type { OwnRivals } from './rivals';
import { ownRivals, rivals } from './rivals';
import type { SameParts } from './same-parts';

/** What a link says of its two mentions, whatever other links there are. */
export type Score = Pick<Link, 'confidence' | 'sure'>;

/** Links between earlier versions of two articles. */
export interface EarlierLinks {
  readonly links: readonly Link[];
  readonly pair: PairTerms;
  /** What the present versions have in common with those; one of them may be the same. */
  readonly a: SameParts;
  readonly b: SameParts;
}

/** The scores of earlier links, for pairs of mentions of which nothing changed that the score rests on. */
export class EarlierScores {
  private readonly scores = new Map<number, Score>();
  private readonly width: number;
  /** By place: whether the names that say where the number holds are the same as before. */
  private readonly heldA: readonly boolean[];
  private readonly heldB: readonly boolean[];
  private readonly rivalsA: readonly OwnRivals[];
  private readonly rivalsB: readonly OwnRivals[];

  constructor(
    private readonly earlier: EarlierLinks,
    private readonly a: ArticleProfile,
    private readonly b: ArticleProfile,
    private readonly pair: PairTerms,
  ) {
    this.width = earlier.b.before.mentions.length;
    for (const link of earlier.links) this.scores.set(link.i * this.width + link.j, link);
    this.rivalsA = ownRivals(earlier.a.before);
    this.rivalsB = ownRivals(earlier.b.before);
    this.heldA = this.held(earlier.a, a);
    this.heldB = this.held(earlier.b, b);
  }

  /**
   * @param i the place of a mention of the first article
   * @param j the place of one of the second
   * @param others how many other values of the dimension the two articles have
   * @returns undefined where it is to be worked out anew
   */
  of(i: number, j: number, others: number): Score | 'none' | undefined {
    if (this.heldA[i] !== true || this.heldB[j] !== true) return undefined;
    const { earlier, pair, a, b } = this;
    const [p, q] = [earlier.a.mentions[i] ?? -1, earlier.b.mentions[j] ?? -1];
    const [x, y] = [a.mentions[i], b.mentions[j]];
    if (x === undefined || y === undefined || pair.near(i, j) !== earlier.pair.near(p, q)) return undefined;
    const [s, t] = [x.sentence.index, y.sentence.index];
    const before = earlier.pair.likeness(earlier.a.sentences[s] ?? -1, earlier.b.sentences[t] ?? -1);
    if (pair.likeness(s, t) !== before) return undefined;
    if (others !== rivals(this.rivalsA[p], this.rivalsB[q], x.people)) return undefined;
    return this.scores.get(p * this.width + q) ?? 'none';
  }

  private held(parts: SameParts, now: ArticleProfile): boolean[] {
    return now.mentions.map((own, place) => {
      const before = parts.before.mentions[parts.mentions[place] ?? -1];
      return before !== undefined && sameNames(this.earlier.pair.scope(before), this.pair.scope(own));
    });
  }
}

function sameNames(x: readonly number[], y: readonly number[]): boolean {
  return x.length === y.length && x.every((name, i) => name === y[i]);
}
