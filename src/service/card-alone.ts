import type { LeftOut, Message } from '../crossref';
import { leftOutOf } from '../crossref';
import { overlaps } from '../text';
import type { Article, Folder } from './folder';
import type { Mention } from './mentions';
import { message } from './message';

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
      return message(whole ? 'Only here: no other article has it.' : 'Nothing found yet.');
  }
}

/** Only numbers can be ignored. */
function isIgnored(folder: Folder, { path }: Article, { kind, span }: Mention): boolean {
  return kind === 'quantity' && folder.ignoredIn(path).some((ignored) => overlaps(ignored, span));
}

/** Why a mention is not compared; names are compared wherever they stand. */
function leftOut(article: Article, mention: Mention): LeftOut | null {
  if (mention.kind === 'name') return null;
  const parts = leftOutOf(article);
  return mention.kind === 'quantity' ? parts.quantity(mention.quantity) : parts.at(mention.span.start);
}
