import { isEvident, piecesOf } from '../src/analysis/statement/attribution-tagger';
import type { ContentEvidence } from '../src/analysis/statement/content-evidence';
import { NetworkInputs } from '../src/analysis/statement/network-inputs';
import { PROPERTIES } from '../src/analysis/statement/network-weights';
import { paragraphsOf } from '../src/analysis/statement/paragraphs';
import type { TrainingArticle } from './examples';
import { markSegment } from './examples';

/** A paragraph to label: its tokens' properties, and for each kind the bits of the columns that hold for each token. */
export interface NetworkExample {
  readonly count: number;
  /** `PROPERTIES` values a token. */
  readonly values: Int32Array;
  readonly gold: readonly Uint8Array[];
}

/**
 * The paragraphs that somebody may speak in, labelled with contents, sources and cues; of two of a kind that share a token the first is kept.
 * @param evidence what taggers that have not seen the article found in it
 */
export function networkExamples(article: TrainingArticle, evidence: ContentEvidence): NetworkExample[] {
  const inputs = new NetworkInputs(article.text, article.columns, evidence);
  const kinds = (['content', 'source', 'cue'] as const).map((kind) =>
    article.attributions.flatMap((attribution) => attribution[kind]),
  );
  return paragraphsOf(article.text)
    .flatMap(piecesOf)
    .filter((piece) => isEvident(evidence, piece))
    .map((piece) => {
      const count = piece.end - piece.first;
      const known = inputs.read(piece);
      const values = Int32Array.from(
        { length: count * PROPERTIES },
        (_, i) => known.data[known.at(1 + (i % PROPERTIES)) + Math.floor(i / PROPERTIES)] ?? 0,
      );
      const gold = kinds.map((ranges) => {
        const bits = new Uint8Array(count);
        for (const { first, end } of ranges)
          markSegment(bits, Math.max(0, first - piece.first), Math.min(count, end - piece.first), 1);
        return bits;
      });
      return { count, values, gold };
    });
}
