import type { Span } from '../text';

/** How the mentions of a fact stand to each other. */
export type Relation = 'agree' | 'refine' | 'differ';

/**
 * A sentence for people: an English template with `{0}` places and what fills them. Surfaces translate the template, so the
 * core stays free of the editor's localisation.
 */
export interface Message {
  readonly message: string;
  readonly args: readonly (string | number)[];
}

/** What sort of mention a fact joins. */
export type FactKind = 'quantity' | 'statement' | 'name';

/** One article's words for a fact. The span is the words that decide (the number, the time, the name), not the sentence. */
export interface FactMention extends Span {
  readonly path: string;
  readonly text: string;
  readonly value: number | string | null;
  readonly unit: string | null;
  /** Who says it, or null where the article says it itself. */
  readonly speaker: string | null;
  /** Mentions of a fact with the same group agree; between groups the fact's relation holds. */
  readonly group: string;
  /** The sentence around the mention, for showing. */
  readonly context: Span;
}

/** What mentions in several articles say about the same thing. */
export interface Fact {
  readonly id: string;
  readonly kind: FactKind;
  /** Plain words for what the fact is about: "killed in the deadliest attack". */
  readonly label: string;
  /** The label as a template, where it has words of ours beside those of an article: "{0} (who says it)". */
  readonly labelWords?: Message;
  readonly relation: Relation;
  readonly reasons: readonly Message[];
  readonly mentions: readonly FactMention[];
  /** In a fact that differs: pairs of groups, each pair in the order of the letters, that are only more or less exact. */
  readonly compatible?: readonly (readonly [string, string])[];
  /** From 0 to 1; below {@link CERTAIN} a surface says "perhaps the same" and raises no diagnostic. */
  readonly confidence: number;
}

/** The reason that names two of those who say it: in the article at hand, and in another. */
export const SAYS_WHO = 'says who: {0} here, {1} there';

/** The confidence from which a fact is shown without "perhaps". */
export const CERTAIN = 0.6;

/** How mentions of two groups of one fact stand to each other. */
export function relationBetween({ relation, compatible }: Fact, a: string, b: string): Relation {
  if (a === b) return 'agree';
  const open = compatible?.some(([x, y]) => (x === a && y === b) || (x === b && y === a)) ?? false;
  return open ? 'refine' : relation;
}

/** A confidence without the last digits, which depend on the order of summing. */
export function roundConfidence(confidence: number): number {
  return Math.round(confidence * 1e6) / 1e6;
}
