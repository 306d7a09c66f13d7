import type { Quantity } from '../analysis';
import type { CorpusArticle } from '../corpus';
import { clauseAround } from './clause';
import type { SentenceProfile } from './sentence-profile';

/** What a measure is the measure of, by the words around it; each is a word of the lexicon or stands for itself. */
const ROLES: readonly (readonly [string, RegExp, RegExp])[] = [
  [
    'depth',
    /\b(?:depths?|deep|beneath|below|underground)\b/iu,
    /^\W*(?:\([^)]*\)\W*)?(?:deep|(?:of|in) depth|below|beneath|underground|of water)\b/iu,
  ],
  ['length', /\b(?:length|long|stretch(?:es|ed)?)\b/iu, /^\W*(?:\([^)]*\)\W*)?(?:long|in length)\b/iu],
  ['height', /\b(?:height|altitude|high|tall)\b/iu, /^\W*(?:\([^)]*\)\W*)?(?:high|tall|above|in height)\b/iu],
  [
    'distance',
    /\b(?:distance|away)\b/iu,
    /^\W*(?:\([^)]*\)\W*)?(?:,? ?or [^,]{3,30},\s*)?(?:\p{L}+ )?(?:from|off|away|(?:north|south|east|west)\p{L}*)\b/iu,
  ],
];
const NEAR = 24;

/** What a distance measures: "depth", "length", "height", or how far a place lies off; null for other kinds and where nothing tells. */
export function measuredBy(
  article: CorpusArticle,
  sentence: SentenceProfile,
  quantity: Quantity,
): string | null {
  if (quantity.kind !== 'distance') return null;
  const { prose } = article.text;
  const after = prose.slice(quantity.end, sentence.sentence.end);
  const follows = ROLES.find(([, , behind]) => behind.test(after));
  if (follows !== undefined) return follows[0];
  const clause = clauseAround(article, sentence, quantity);
  const before = prose.slice(Math.max(clause.start, quantity.start - NEAR), quantity.start);
  return ROLES.find(([, ahead]) => ahead.test(before))?.[0] ?? null;
}
