import type { ArticleProfile } from './article-profile';
import type { StoryMentions } from './cluster';
import type { Corrections } from './corrections';
import type { Link } from './link-articles';
import type { KeptResults } from './linked-groups';
import type { PartNumbers } from './part-numbers';
import type { LinkedFact } from './quantity-facts';
import { tellLinks } from './quantity-facts';
import type { Entries, PartsByPath } from './taken-over';
import { Moves, TakenOver } from './taken-over';
import type { Edge, EdgeFact } from './text-facts';
import { tellEdges } from './text-facts';

/** The facts that were made last of some articles, as far as they can be taken over. */
interface Made {
  readonly parts: PartsByPath;
  readonly numbers: Entries;
  readonly texts: Entries;
}

/** What was made of some articles before, and how to keep what is made of them now. */
export interface MadeBefore {
  readonly numbers: KeptResults<Link, readonly LinkedFact[]>;
  readonly texts: KeptResults<Edge, readonly EdgeFact[]>;
  /** To be called when all facts are made. */
  readonly keep: () => void;
}

/** So many articles and small stories are looked at in turn without being made anew. */
const MOST = 32;

/** The facts of articles, and of small stories, that were made last: with another version of an article most of them are made again. */
export class MadeFacts {
  /** Those used last at the end. */
  private readonly made = new Map<string, Made>();

  constructor(
    private readonly numbers: PartNumbers,
    private readonly corrections: Corrections,
  ) {}

  /**
   * @param key says which articles are compared with which
   * @param restatements those of the articles' mentions
   */
  before(
    key: string,
    profiles: readonly ArticleProfile[],
    restatements: StoryMentions['restatements'],
  ): MadeBefore {
    const before = this.made.get(key);
    const parts = new Map(profiles.map((profile) => [profile.article.path, this.numbers.of(profile)]));
    const moves = new Moves(before?.parts ?? new Map(), parts);
    const mentions = [...parts.values()].flatMap((own) => own.mentions);
    const sentences = [...parts.values()].flatMap((own) => own.sentences);
    const { same, notSame } = this.corrections;
    const places = same.length + notSame.length > 0;
    const numbers = new TakenOver<Link, LinkedFact>(before?.numbers, moves, (group) =>
      tellLinks(group, restatements, (place) => mentions[place] ?? 0, places),
    );
    const texts = new TakenOver<Edge, EdgeFact>(before?.texts, moves, (group) =>
      tellEdges(group, (place) => sentences[place] ?? 0),
    );
    const keep = (): void => this.keep(key, { parts, numbers: numbers.made, texts: texts.made });
    return { numbers, texts, keep };
  }

  private keep(key: string, made: Made): void {
    this.made.delete(key);
    this.made.set(key, made);
    for (const oldest of this.made.keys()) {
      if (this.made.size <= MOST) break;
      this.made.delete(oldest);
    }
  }
}
