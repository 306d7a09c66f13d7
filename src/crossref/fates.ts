import type { Quantity } from '../analysis';
import type { CorpusArticle } from '../corpus';
import { rowLabel } from './row-label';
import type { KnownTerms } from './mention';
import type { SentenceProfile } from './sentence-profile';

/** What became of those counted. */
export interface Fates {
  readonly fates: readonly number[];
  /** Fates that say no different thing. */
  readonly kin: readonly number[];
  /** Whether the number's own clause tells it. */
  readonly fateNear: boolean;
  /** Whether it leaves open what happened. */
  readonly fateVague: boolean;
}

const NONE: Fates = { fates: [], kin: [], fateNear: false, fateVague: false };

/**
 * What became of those counted: the nearest word for a fate, else what the analysis found, else the only one that the sentence
 * has; in a row of a table its label alone. "Casualties" and a zero may stand for several fates at once.
 * @param acts what happens to the thing counted, nearest first
 */
export function fatesOf(
  article: CorpusArticle,
  acts: readonly number[],
  quantity: Quantity,
  sentence: SentenceProfile,
  known: KnownTerms,
): Fates {
  if (quantity.kind !== 'count') return NONE;
  const told = sentence.terms.filter((t) => known.fates.has(t));
  const near = nearFate(article, acts, quantity, sentence, known);
  const only = told.length === 1 && !isOfAnother(article, quantity, sentence, told[0], known) ? told : [];
  const fates = ordered(quantity.value === 0 ? told : near !== undefined ? [near] : only, known);
  const kin = known.compatible.filter((set) => fates.some((f) => set.has(f))).flatMap((set) => [...set]);
  return {
    fates,
    kin,
    fateNear: near !== undefined || (quantity.value === 0 && fates.length > 0),
    fateVague: fates.some((f) => known.vague.has(f)),
  };
}

function nearFate(
  article: CorpusArticle,
  acts: readonly number[],
  quantity: Quantity,
  sentence: SentenceProfile,
  known: KnownTerms,
): number | undefined {
  const fates = acts.filter((t) => known.fates.has(t));
  const named = fates.find((t) => !known.vague.has(t)) ?? fates[0];
  if (rowLabel(article, sentence, quantity) !== undefined) return named;
  const after = article.text.prose.slice(quantity.end, sentence.sentence.end);
  if (UNACCOUNTED.test(after)) return known.missing;
  const second = named === undefined || known.vague.has(named) ? SECOND.exec(after)?.[1] : undefined;
  if (named === known.victim && countsInjured(article, quantity, sentence)) return known.kill;
  if (second !== undefined) return second.toLowerCase() === 'killed' ? known.kill : known.injure;
  const fate = named ?? known.fateTerms.get(quantity.fate ?? '');
  return fate === undefined && TOLL.test(article.text.prose.slice(sentence.sentence.start, quantity.start))
    ? known.kill
    : fate;
}

/** Whether another number of the sentence has the fate: "147 victims and 390 wounded". */
function isOfAnother(
  article: CorpusArticle,
  quantity: Quantity,
  { sentence }: SentenceProfile,
  fate: number | undefined,
  known: KnownTerms,
): boolean {
  return article.analysis.quantities.some(
    (q) =>
      q !== quantity &&
      sentence.start <= q.start &&
      q.end <= sentence.end &&
      fate !== undefined &&
      known.fateTerms.get(q.fate ?? '') === fate,
  );
}

/** "The toll of Sunday's landslide in the valley rose to": further from its number than the words of one clause. */
const TOLL =
  /\btoll\b[^.;:\d]{0,80}\b(?:to|at|is|was|of|reached)\s+(?:(?:at least|more than|about|nearly|over)\s+)?$/iu;

/** Whether another number of the sentence is of the injured. */
function countsInjured(article: CorpusArticle, quantity: Quantity, { sentence }: SentenceProfile): boolean {
  return article.analysis.quantities.some(
    (q) => q !== quantity && q.fate === 'injured' && sentence.start <= q.start && q.end <= sentence.end,
  );
}

/** "Was shot and killed": the second verb tells how it ended. */
const SECOND = /^[^\n.,;:\d]{0,40}\b\p{L}+ and (?:\p{Ll}+ly )?(killed|wounded|injured)\b/iu;

const UNACCOUNTED = /^[^\n.,;:]{0,40}\b(?:not (?:yet |been |yet been )?accounted for|unaccounted)\b/iu;

/** Deaths first: a denial of "casualties" is first of all one of deaths. */
function ordered(fates: readonly number[], known: KnownTerms): number[] {
  const all = fates.includes(known.casualty) ? [known.kill, known.injure, ...fates] : fates;
  return [...new Set([...all.filter((f) => f === known.kill), ...all])];
}
