import type { Entity } from './entity';
import { SMALL_BODY_HEADS } from './lexicon/bodies';
import { countryOf } from './lexicon/places';
import { ROLE_SYNONYMS, ROLES } from './lexicon/roles';
import { bodyWord } from './fold';
import { isPlural } from './number-of';

/** A describing phrase ("the Ukrainian leader"), taken apart. */
export interface Described {
  /** First token after the determiner. */
  readonly first: number;
  /** One past the last token of what names it on a card ("officials in the port"). */
  readonly nameEnd: number;
  /** Its words up to the head, in small letters. */
  readonly words: readonly string[];
  readonly original: readonly string[];
  readonly head: string;
  readonly definite: boolean;
  /** Without any determiner ("ministry officials", "Ukrainian president"). */
  readonly bare: boolean;
}

/** Nouns for what somebody issued: they stand for whoever issued it, else for whatever body spoke last. */
export const ISSUED = new Set([
  'statement',
  'communique',
  'communiqué',
  'report',
  'release',
  'post',
  'announcement',
  'message',
  'letter',
  'filing',
  'tweet',
  'bulletin',
  'memo',
]);
/** Nouns for a body by what it is, beside the head of its name. */
const BODY_NOUNS: ReadonlyMap<string, RegExp> = new Map([
  ['agency', /agency|service|survey|bureau|board|administration|press|tass|reuters|interfax|novosti|=/],
  ['company', /inc|corp|ltd|co|company|group|airlines|airways|industries|technologies|plc|llc|=/],
  ['airline', /airlines|airways|air/],
  ['newspaper', /times|post|herald|tribune|journal|daily|news|guardian|telegraph|gazette/],
  ['paper', /times|post|herald|tribune|journal|daily|news|guardian|telegraph|gazette/],
  ['network', /news|television|broadcasting|=/],
  ['group', /group|association|front|union|organization|coalition|movement|alliance|=/],
  ['organization', /organization|association|union|foundation|institute|=/],
  ['organisation', /organization|association|union|foundation|institute|=/],
  ['think-tank', /institute|center|centre|foundation|council/],
  ['tank', /institute|center|centre|foundation|council/],
  ['bank', /bank|=/],
  ['university', /university|college/],
  ['department', /department|ministry|police/],
  ['ministry', /ministry/],
  ['club', /club|fc|united|city/],
  ['team', /team|club/],
  ['party', /party|democrats|republicans/],
  ['union', /union|association|federation/],
  ['court', /court|tribunal/],
  ['board', /board/],
  ['hospital', /hospital|clinic|center|centre/],
]);
/** Nouns for a person without saying what they do. */
const ANYONE = new Set([
  'man',
  'woman',
  'boy',
  'girl',
  'teenager',
  'suspect',
  'victim',
  '-year-old',
  'defendant',
  'pair',
]);

/**
 * The known entity that a description means, or null. Evidence: a role that the entity was given and a country that does not
 * contradict; the head noun of a body's name; a repeated unnamed speaker ("a harbour official … the official").
 * @param before entities in the order of their last mention, the latest first
 */
export function findByDescription(
  d: Described,
  before: readonly Entity[],
  isRecent: (e: Entity) => boolean,
): Entity | null {
  if (!d.definite && !d.bare && !ISSUED.has(d.head)) return null;
  if (d.bare && isPlural(d.head)) return null;
  const country = d.original.map((w) => countryOf(w)).find((c) => c !== null) ?? null;
  if (ISSUED.has(d.head))
    return (
      before.find((e) => e.type === 'organization' && isRecent(e)) ??
      before.find((e) => e.mentions.some((m) => m.speaks) && isRecent(e)) ??
      null
    );
  for (const e of before) {
    if (country !== null && e.country !== null && e.country !== country) continue;
    if (fits(d, e, country) && (e.type !== 'unnamed' || isRecent(e))) return e;
  }
  if (d.definite && (ANYONE.has(d.head) || d.head.endsWith('-year-old')))
    return before.find((e) => e.type === 'person' && isRecent(e)) ?? null;
  return null;
}

function fits(d: Described, e: Entity, country: string | null): boolean {
  if (e.type === 'place') return false;
  if (e.type === 'organization') return fitsBody(d, e);
  if (e.type === 'person' && SMALL_BODY_HEADS.has(d.head)) return false;
  if (e.plural !== isPlural(d.head)) return false;
  if (e.roles.has(d.head)) return !contradicts(d, e);
  const synonyms = ROLE_SYNONYMS.get(d.head);
  if (!synonyms || e.type === 'unnamed') return false;
  if (d.head === 'leader' && country === null && !e.roles.has('leader'))
    return ![...e.roles].every((r) => !synonyms.has(r)) && d.definite;
  for (const role of e.roles) if (synonyms.has(role)) return !contradicts(d, e);
  return false;
}

/** "the deputy governor" is not the governor, "the defence minister" not the foreign minister. */
function contradicts(d: Described, e: Entity): boolean {
  return d.words.some(
    (w) =>
      /^(?:deputy|vice|former|acting|assistant|foreign|defence|defense|interior|finance|prime|police|fire|opposition|army|navy)$/.test(
        w,
      ) && !e.roles.has(w),
  );
}

function fitsBody(d: Described, e: Entity): boolean {
  const parts = e.name.split(/\s+/).map(bodyWord);
  const head = bodyWord(d.head);
  if (ROLES.has(d.head)) return false;
  const own =
    parts.includes(head) && !parts.slice(0, -1).some((p, i) => p === head && parts[i + 1] === 'minister');
  const kind = BODY_NOUNS.get(d.head)?.test(`${parts.join(' ')} ${[...e.roles].join(' ')}`) ?? false;
  if (!own && !(kind && d.definite)) return e.roles.has(d.head) && d.definite;
  const others = d.words
    .slice(0, -1)
    .filter((w) => countryOf(w) === null && countryOf(w.charAt(0).toUpperCase() + w.slice(1)) === null);
  return others.every((w) => parts.includes(bodyWord(w)) || e.roles.has(w));
}
