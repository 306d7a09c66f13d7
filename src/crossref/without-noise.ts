import { FactsByPath } from './facts-by-path';
import type { Fact, FactMention, Message } from './model';

/** The reason that a text fact gives for copied words. */
export const COPIED_REASON = 'the same words: one source, not two';
/** The same where one of the articles names the agency it is from. */
export const COPIED_FROM_REASON = 'the same words as {0}: one source, not two';

/**
 * Leaves out number facts that only repeat another one of the same sentences, an agreeing ordinal or "one" beside a
 * number, and says of those inside copied sentences that they are copied. The text of a copied sentence stays a fact of its own:
 * leaving it out where its numbers are facts cost four of 130 links in the three files of the gold (bench/score-crossref.ts).
 */
export function withoutNoise(numbers: readonly Fact[], texts: readonly Fact[]): readonly Fact[] {
  const telling = new FactsByPath(numbers.filter((f) => !isTrivial(f)));
  const copies = new FactsByPath(texts.filter((text) => copyReason(text) !== undefined));
  return numbers
    .filter((f) => !isTrivial(f) || telling.fitting(f, standsBeside) === undefined)
    .map((f) => {
      const copy = f.relation === 'agree' ? copies.fitting(f, standsBeside) : undefined;
      const reason = copy === undefined ? undefined : copyReason(copy);
      return reason === undefined ? f : { ...f, reasons: [...f.reasons, reason] };
    });
}

function copyReason(text: Fact): Message | undefined {
  return text.reasons.find((r) => r.message === COPIED_REASON || r.message === COPIED_FROM_REASON);
}

/** "Second", "one": equal in most reports of most events. */
function isTrivial(fact: Fact): boolean {
  return fact.relation === 'agree' && fact.mentions.every((m) => TRIVIAL_WORD.test(m.text));
}

const TRIVIAL_WORD = /^(?:one|first|second|third|nobody|no one)$/iu;

/** Whether a mention stands in the sentence of another of its article. */
function standsBeside(own: FactMention, other: FactMention): boolean {
  return own.context.start <= other.start && other.end <= own.context.end;
}
