import type { FactMention, Message } from '../crossref';
import { EXCHANGED, isRefinement, SAYS_WHO } from '../crossref';

const NOT_KNOWN = 'not known here, “{0}” there';

/** Reasons with a "here" and a "there", and how they read where nobody stands at either place. */
const TWO_SIDED: Readonly<Record<string, string>> = {
  [SAYS_WHO]: 'says who: {0} or {1}',
  [NOT_KNOWN]: 'not known in one, “{0}” in another',
  'spelled “{0}” here, “{1}” there': 'spelled “{0}” and “{1}”',
  'quoted with other words: “{0}” here, “{1}” there': 'quoted with other words: “{0}” and “{1}”',
  '“{0}” here, “{1}” there': '“{0}” and “{1}”',
};

/** A reason as lists of a whole folder tell it, where no article is the one at hand. */
export function fromOutside(reason: Message): Message {
  return { message: TWO_SIDED[reason.message] ?? reason.message, args: reason.args };
}

/**
 * A reason as it reads from one of the fact's mentions, which is "here"; none where it is of two other speakers or values, which are in the rows.
 * @param all the fact's mentions
 */
export function fromMention(
  reason: Message,
  own: FactMention,
  all: readonly FactMention[],
): readonly Message[] {
  if (isRefinement(reason)) return ofOwnValue(reason, own, all);
  if (reason.message === EXCHANGED) return [inOwnCurrency(reason, own, all)];
  if (TWO_SIDED[reason.message] === undefined) return [reason];
  if (reason.message === NOT_KNOWN) return [answerFrom(reason, own, all)];
  const [here = '', there = ''] = reason.args.map(String);
  const swapped = { message: reason.message, args: [there, here] };
  if (reason.message === SAYS_WHO)
    return own.speaker === here ? [reason] : own.speaker === there ? [swapped] : [];
  const words = oneLine(own.text);
  // A spelling can be a part of another one.
  if (words === here || words === there) return [words === here ? reason : swapped];
  const [isHere, isThere] = [holds(words, here), holds(words, there)];
  if (isHere === isThere) return [fromOutside(reason)];
  return [isHere ? reason : swapped];
}

/** A reason for two values with the words at hand for those of their group; none where it is for two other values. */
function ofOwnValue(reason: Message, own: FactMention, all: readonly FactMention[]): readonly Message[] {
  const alike = new Set(all.filter((m) => m.group === own.group).map((m) => m.text));
  const isOwn = (arg: string | number): boolean => alike.has(String(arg));
  if (!reason.args.some(isOwn)) return [];
  return [{ message: reason.message, args: reason.args.map((arg) => (isOwn(arg) ? own.text : arg)) }];
}

/** The amount at hand beside one in another currency. */
function inOwnCurrency(reason: Message, own: FactMention, all: readonly FactMention[]): Message {
  const other = all.find((m) => m.group === own.group && m.unit !== own.unit && reason.args.includes(m.text));
  return other === undefined ? reason : { message: EXCHANGED, args: [own.text, other.text] };
}

/** What one article leaves open another one tells: here or there. Those who leave it open are the fact's first group. */
function answerFrom(reason: Message, own: FactMention, all: readonly FactMention[]): Message {
  const [open] = all.map(({ group }) => group).sort();
  if (own.group === open) return reason;
  return { message: '“{0}” here, not known there', args: [oneLine(own.text)] };
}

function holds(text: string, words: string): boolean {
  return words !== '' && text.toLowerCase().includes(words.replace(/…/g, '').trim().toLowerCase());
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
