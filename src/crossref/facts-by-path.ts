import type { Fact, FactMention } from './model';

/** A mention with its fact. */
export interface MentionedFact {
  readonly fact: Fact;
  readonly mention: FactMention;
}

/** The mentions of facts by their article's path, in the order of the facts. */
export class FactsByPath {
  private readonly byPath = new Map<string, MentionedFact[]>();

  constructor(facts: readonly Fact[]) {
    for (const fact of facts) {
      for (const mention of fact.mentions) {
        const list = this.byPath.get(mention.path);
        if (list === undefined) this.byPath.set(mention.path, [{ fact, mention }]);
        else list.push({ fact, mention });
      }
    }
  }

  /** The first fact with which every mention of another fits. */
  fitting(other: Fact, fits: (own: FactMention, theirs: FactMention) => boolean): Fact | undefined {
    const [first, ...rest] = other.mentions;
    if (first === undefined) return undefined;
    const found = this.byPath
      .get(first.path)
      ?.find(
        ({ fact, mention }) =>
          fits(first, mention) &&
          rest.every((own) => fact.mentions.some((m) => m.path === own.path && fits(own, m))),
      );
    return found?.fact;
  }
}
