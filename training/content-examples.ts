import { ContentFeatures, CONTENT_FEATURES } from '../src/analysis/statement/content-features';
import type { ContentEvidence } from '../src/analysis/statement/content-evidence';
import { contentPieces, isEvident } from '../src/analysis/statement/content-tagger';
import { NO_BARRIER } from '../src/analysis/statement/segment-automaton';
import type { TrainingArticle } from './examples';
import { markSegment } from './examples';
import type { Example } from './linear-model';

/**
 * The paragraphs that somebody may speak in, labelled with what is said there; of contents that share a token the first is kept.
 * @param evidence what taggers that have not seen the article found in it
 */
export function contentExamples(article: TrainingArticle, evidence: ContentEvidence): Example[] {
  const features = new ContentFeatures(article.text, article.columns, evidence);
  const contents = article.attributions.flatMap((a) => a.content);
  return contentPieces(article.text)
    .filter((piece) => isEvident(evidence, piece))
    .map((piece) => {
      const count = piece.end - piece.first;
      const rows = new Int32Array(count * CONTENT_FEATURES);
      features.write(piece, rows);
      const gold = new Uint8Array(count);
      for (const { first, end } of contents)
        markSegment(gold, Math.max(0, first - piece.first), Math.min(count, end - piece.first), 1);
      return { count, rows, gold, barrier: NO_BARRIER };
    });
}
