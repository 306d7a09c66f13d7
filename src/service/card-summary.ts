import type { FactMention, LeftOut, Message, Relation } from '../crossref';
import { leftOutOf } from '../crossref';
import { overlaps } from '../text';
import type { RelatedMention } from './card';
import type { Article, Folder } from './folder';
import type { Mention } from './mentions';
import { message } from './message';
import { isLookedUp, ownDate } from './only-here';

/** The order that rows stand in, and are counted in. */
export const WORST_FIRST: readonly Relation[] = ['differ', 'refine', 'agree'];

/**
 * What the card of a mention says that no other article is known to have: that it is only here, or why nobody looked.
 * @param whole whether all other articles of the story have been compared
 */
export function saidAlone(folder: Folder, article: Article, mention: Mention, whole: boolean): Message {
  if (folder.articles().length < 2) return message('No other article in this folder.');
  if (isIgnored(folder, article, mention))
    return message('Not compared: corroborate.yaml says to ignore it.');
  switch (leftOut(article, mention)) {
    case 'too-long':
      return message('Not compared: the article is too long, and only what stands further up is compared.');
    case 'repeated':
      return message('Not compared: the article says the same many times, and only the first are compared.');
    case null:
      if (!whole) return message('Nothing found yet.');
      return isNews(article, mention)
        ? message('Only here: no other article has it.')
        : message('Not matched with other articles.');
  }
}

/** "Tuesday", "the first": other articles may well have the words, of something else. */
function isNews(article: Article, mention: Mention): boolean {
  return mention.kind !== 'quantity' || isLookedUp(article, mention.quantity, ownDate(article));
}

/** Only numbers can be ignored. */
function isIgnored(folder: Folder, { path }: Article, { kind, span }: Mention): boolean {
  return kind === 'quantity' && folder.ignoredIn(path).some((ignored) => overlaps(ignored, span));
}

/** Why a mention is not compared; names are compared wherever they stand. */
function leftOut(article: Article, mention: Mention): LeftOut | null {
  if (mention.kind === 'name') return null;
  const parts = leftOutOf(article);
  return mention.kind === 'quantity'
    ? parts.quantity(mention.quantity)
    : parts.statement(mention.statement, mention.span.start);
}

/**
 * What the rows of a card say together, on one line.
 * @param own the mention's own place in the fact that the rows are of
 */
export function summaryOf(
  mention: Mention,
  own: FactMention | undefined,
  rows: readonly RelatedMention[],
): Message {
  const counts = WORST_FIRST.map((relation) => rows.filter((r) => r.relation === relation).length);
  const [differ = 0, refine = 0, agree = 0] = counts;
  if (rows.every((row) => !row.certain))
    return counted(
      rows.length,
      'Perhaps the same in 1 other article.',
      'Perhaps the same in {0} other articles.',
    );
  if (mention.kind === 'name' && differ === 0)
    return counted(rows.length, 'Named in 1 other article.', 'Named in {0} other articles.');
  // Statements of one thing that agree are of several groups only where others say it.
  const others = rows.filter((row) => row.mention.group !== own?.group).length;
  if (mention.kind === 'statement' && agree === rows.length && others > 0)
    return counted(
      others,
      'Somebody else says it in 1 other article.',
      'Somebody else says it in {0} other articles.',
    );
  if (differ > 0 && agree > 0)
    return message('Differs in {0}, agrees in {1} of the other articles.', differ, agree);
  if (differ > 0) return counted(differ, 'Differs in 1 other article.', 'Differs in {0} other articles.');
  if (refine > 0 && agree > 0)
    return message('More or less exact in {0}, agrees in {1} of the other articles.', refine, agree);
  if (refine > 0)
    return counted(
      refine,
      'More or less exact in 1 other article.',
      'More or less exact in {0} other articles.',
    );
  return counted(agree, 'Agrees in 1 other article.', 'Agrees in {0} other articles.');
}

function counted(count: number, one: string, many: string): Message {
  return count === 1 ? message(one) : message(many, count);
}
