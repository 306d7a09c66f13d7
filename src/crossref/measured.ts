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
  [
    'height',
    /\b(?:height|altitude)\b|(?:^|[^-\p{L}])(?:high|tall)\b/iu,
    /^\W*(?:\([^)]*\)\W*)?(?:high|tall|above|in height)\b/iu,
  ],
  [
    'distance',
    /\b(?:distance|away)\b/iu,
    /^\W*(?:\([^)]*\)\W*)?(?:,? ?or [^,]{3,30},\s*)?(?:\p{L}+ )?(?:from|off|away|(?:north|south|east|west)\p{L}*)\b/iu,
  ],
];
const NEAR = 24;

/**
 * What a distance measures ("depth", "length", "height", or how far a place lies off), or what a bare number stands for that counts
 * nothing that happened ("magnitude", "population"); null for other kinds and where nothing tells.
 */
export function measuredBy(
  article: CorpusArticle,
  sentence: SentenceProfile,
  quantity: Quantity,
): string | null {
  if (quantity.kind === 'count' || quantity.kind === 'magnitude')
    return standingFor(article, sentence, quantity);
  if (quantity.kind !== 'distance') return null;
  const { prose } = article.text;
  const after = prose.slice(quantity.end, sentence.sentence.end);
  const follows = ROLES.find(([, , behind]) => behind.test(after));
  if (follows !== undefined) return follows[0];
  const clause = clauseAround(article, sentence, quantity);
  const before = prose.slice(Math.max(clause.start, quantity.start - NEAR), quantity.start);
  return ROLES.find(([, ahead]) => ahead.test(before))?.[0] ?? null;
}

/** Whether what a number stands for is told by that alone, so that no verb beside it matters. */
export function standsAlone(measured: string | null): boolean {
  return measured === 'magnitude' || measured === 'aftershock' || measured === 'population';
}

/** Words of earthquakes; the strengths of storms are told in other numbers. */
const STRENGTH =
  /\b(?:magnitudes?|richter)\b|\b(?:(?:earth)?quake|temblor|tremor)s? (?:was |that |which )?(?:measur|register)/iu;
const QUAKE =
  /^\W?(?:(?:magnitude|strength|degree|on the richter)\b|(?:earth)?quakes?\b|temblors?\b|tremors?\b|aftershocks?\b)/iu;

const AFTERSHOCK = /^\W?(?:[\w-]+\s){0,2}aftershock/iu;
const OF_AFTERSHOCKS =
  /\baftershocks?,? (?:of|with|that|which|measur|rang|up to|was|registered|in)[^.;]{0,60}$/iu;

const PEOPLED_BEFORE =
  /\b(?:population(?: is| was)?|home to|populated by|inhabited by)\b[^.;,]{0,25}$|\b(?:city|town|village|island|region|district|province|municipality|camp|community|settlement|country|suburb),? (?:of|with|has|had|that has|which has|hosts|houses|housing|holds|shelters|sheltering|where)\b[^.;,]{0,20}$/iu;
const PEOPLED_AFTER = /^\W*(?:people|residents|inhabitants|souls|refugees|citizens)\b|^(?=\W*$)|^\W*[,.;)]/iu;
const INHABITED =
  /^\W*(?:people|residents|inhabitants|souls|refugees) (?:who )?(?:live|lived|living|are living)\b|^-strong population\b/iu;
const LEAST_PEOPLED = 50;

function standingFor(article: CorpusArticle, sentence: SentenceProfile, quantity: Quantity): string | null {
  const { value } = quantity;
  if ((quantity.unit !== null && quantity.unit !== 'magnitude') || typeof value !== 'number') return null;
  const { prose } = article.text;
  const { start, end } = sentence.sentence;
  const after = prose.slice(quantity.end, end);
  if (value >= 1 && value < 10 && (quantity.unit !== null || !Number.isInteger(value))) {
    if (quantity.unit === null && !QUAKE.test(after) && !STRENGTH.test(prose.slice(start, end))) return null;
    const before = prose.slice(start, quantity.start);
    return AFTERSHOCK.test(after) || OF_AFTERSHOCKS.test(before) ? 'aftershock' : 'magnitude';
  }
  if (value < LEAST_PEOPLED) return null;
  if (INHABITED.test(after)) return 'population';
  return PEOPLED_BEFORE.test(prose.slice(start, quantity.start)) && PEOPLED_AFTER.test(after)
    ? 'population'
    : null;
}
