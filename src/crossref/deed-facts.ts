import { overlaps } from '../text';
import type { ArticleProfile } from './article-profile';
import type { Corrections, Place } from './corrections';
import type { Deed } from './deeds';
import { deedsOf } from './deeds';
import { groupLetters } from './group-letters';
import { textLabel } from './label';
import type { Fact, FactMention } from './model';
import { CERTAIN } from './model';
import { byPlace, textMention } from './text-mention';

/** A verb and a name are few words to go by: such a fact is never certain. */
const CONFIDENCE = CERTAIN - 0.05;

/** An article that tells a deed more often than this is quoted for it no more often. */
const MOST = 8;

/**
 * Facts that several articles tell as what was done to one with a name, in whatever words around it: "signed cornerback Joe Miller", "Miller,
 * who was signed". Linear in the deeds.
 * @param told facts of what is said: deeds that one of them holds are told by it
 */
export function deedFacts(
  profiles: readonly ArticleProfile[],
  told: readonly Fact[],
  corrections: Pick<Corrections, 'ignored' | 'notSame'>,
): Fact[] {
  const byKey = new Map<string, { readonly profile: ArticleProfile; readonly deed: Deed }[]>();
  for (const profile of profiles)
    for (const deed of deedsOf(profile)) {
      const key = `${deed.key} ${deed.sentence.past ?? ''}`;
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [{ profile, deed }]);
      else if (known[known.length - MOST]?.profile !== profile) known.push({ profile, deed });
    }
  return [...byKey.values()].flatMap((deeds) => {
    const [first] = deeds;
    if (deeds.every(({ profile }) => profile === first?.profile)) return [];
    if (!deeds.some(({ deed }) => deed.sure)) return [];
    const all = deeds
      .map(({ profile, deed }) => textMention(profile.article, deed, deed.sentence, groupLetters(0)))
      .sort(byPlace);
    const mentions = corrected(all, corrections);
    const [opening] = mentions;
    if (opening === undefined || mentions.every(({ path }) => path === opening.path)) return [];
    if (told.some((fact) => holds(fact, mentions))) return [];
    return [
      {
        id: `v:${opening.path}:${opening.start}`,
        kind: 'statement',
        label: textLabel(opening.text),
        relation: 'agree',
        reasons: [],
        mentions,
        confidence: CONFIDENCE,
      },
    ];
  });
}

/** Without what people want to be left out, and of two that they took apart without the second. */
function corrected(
  mentions: readonly FactMention[],
  { ignored, notSame }: Pick<Corrections, 'ignored' | 'notSame'>,
): FactMention[] {
  const left = mentions.filter((m) => !ignored.some((place) => stands(m, place)));
  const standsBefore = (i: number, place: Place): boolean => left.slice(0, i).some((m) => stands(m, place));
  return left.filter(
    (m, i) =>
      !notSame.some(([x, y]) => (stands(m, y) && standsBefore(i, x)) || (stands(m, x) && standsBefore(i, y))),
  );
}

function stands(mention: FactMention, place: Place): boolean {
  return mention.path === place.path && overlaps(mention, place);
}

function holds(fact: Fact, mentions: readonly FactMention[]): boolean {
  return mentions.every((own) => fact.mentions.some((m) => m.path === own.path && overlaps(m, own)));
}
