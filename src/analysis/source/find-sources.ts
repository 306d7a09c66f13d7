import type { ArticleText } from '../../text';
import type { Source, Statement } from '../model';
import { ArticleWords } from './article-words';
import { ArticleClusters } from './cluster';
import { collectNames } from './collect-names';
import { findKnownInHeadings } from './headings';
import { markSpeakers } from './mark-speakers';
import { settleKinds } from './settle-kinds';
import { SpeakerResolver } from './resolve-speaker';
import { toSources } from './to-sources';

/** The sources of an article, and its statements with `sourceId` filled in where the source was resolved. */
export interface FoundSources {
  readonly sources: Source[];
  readonly statements: Statement[];
}

/**
 * Finds the people and bodies that an article names, and the entity behind the source of each statement: names, pronouns,
 * descriptions ("the ministry"), and unnamed but described speakers ("a harbour official").
 *
 * Names are read from the whole text, not only where somebody speaks. Places are listed only where they speak for their
 * government. Pure, deterministic, never throws, linear in the length of the text.
 *
 * @param text the article, read once
 * @param statements the statements of the same text, in any order; they come back in the order given
 */
export function findSources(text: ArticleText, statements: readonly Statement[]): FoundSources {
  const words = new ArticleWords(text);
  const { candidates, headings } = collectNames(words);
  markSpeakers(words, candidates, statements);
  settleKinds(words, candidates);
  const clusters = new ArticleClusters(words);
  clusters.addAll(candidates);
  findKnownInHeadings(words, clusters.entities, headings);
  const resolver = new SpeakerResolver(words, clusters.entities, statements);
  const speakers = resolver.resolveAll(statements);
  return toSources(clusters.entities, statements, speakers);
}
