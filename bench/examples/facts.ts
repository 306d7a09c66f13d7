import type { Expectations, ExpectedFact, Place } from '../../test/unit/examples/expectations';
import { overlap, type Stretch, type Tally } from './tally';

interface FoundMention extends Stretch {
  readonly path: string;
  readonly text: string;
  readonly group: string;
}

interface FoundFact {
  readonly kind?: string;
  readonly label: string;
  readonly relation: string;
  readonly confidence?: number;
  readonly mentions: readonly FoundMention[];
}

/** A folder as `compare --format json` prints it. */
export interface Comparison {
  readonly facts: readonly FoundFact[];
}

/** From this confidence on, a fact is shown without "perhaps". */
const CERTAIN = 0.6;

const at = (mention: FoundMention, place: Place): boolean =>
  mention.path.endsWith(place.article) && overlap(mention, place);

const mentionOf = (fact: FoundFact, place: Place): FoundMention | undefined =>
  fact.mentions.find((mention) => at(mention, place));

/** What an expected fact is about: words between quotation marks, or a number. A hover on a number shows number facts only. */
const kindOf = (id: string): 'statement' | 'quantity' => (id.endsWith('-quote') ? 'statement' : 'quantity');

/** The fact that joins two places, with its mention of each; a certain one before another. */
function joining(facts: readonly FoundFact[], a: Place, b: Place, kind?: string) {
  const joined = facts.flatMap((fact) => {
    if (kind !== undefined && fact.kind !== kind) return [];
    const [first, second] = [mentionOf(fact, a), mentionOf(fact, b)];
    return first !== undefined && second !== undefined ? [{ fact, first, second }] : [];
  });
  return joined.sort((x, y) => (y.fact.confidence ?? 1) - (x.fact.confidence ?? 1))[0];
}

/** All pairs of a fact's mentions that stand in different articles. */
function pairs<M extends Readonly<Record<K, string>>, K extends string>(
  mentions: readonly M[],
  key: K,
): readonly (readonly [M, M])[] {
  return mentions.flatMap((a, index) =>
    mentions.slice(index + 1).flatMap((b): (readonly [M, M])[] => (a[key] === b[key] ? [] : [[a, b]])),
  );
}

const show = (place: Place): string => `${place.article} “${place.text}”`;
const showFound = ({ path, text, start }: FoundMention): string => `${path}:${String(start)} “${text}”`;

function scoreFact(tally: Tally, { id, about, relations, mentions }: ExpectedFact, found: Comparison): void {
  const seen = new Map<FoundFact, number>();
  for (const [a, b] of pairs(mentions, 'article')) {
    const hit = joining(found.facts, a, b, kindOf(id));
    const words = `${id} (${about}): ${show(a)} | ${show(b)}`;
    const around = kindOf(id) === 'quantity' ? joining(found.facts, a, b, 'statement') : undefined;
    if (around !== undefined && a.group !== null && b.group !== null && a.group !== b.group) {
      const hidden = around.first.group === around.second.group;
      tally.add('sentences with differing numbers not said to agree', !hidden, words);
    }
    tally.add('fact links found', hit !== undefined, words);
    if (hit === undefined) continue;
    seen.set(hit.fact, (seen.get(hit.fact) ?? 0) + 1);
    if (a.group === null || b.group === null) continue;
    const agree = hit.first.group === hit.second.group || hit.fact.relation === 'agree';
    tally.add('fact links: verdict right', agree === (a.group === b.group), `${words} → ${hit.fact.relation}`);
    if (a.group === b.group) {
      tally.add('agreeing links not shown as differing', agree || hit.fact.relation !== 'differ', words);
    }
  }
  const [most] = [...seen].sort((a, b) => b[1] - a[1]);
  tally.add('facts found', most !== undefined, `${id} (${about})`);
  if (most === undefined) return;
  const right = relations.includes(most[0].relation);
  tally.add('facts: relation right', right, `${id}: ${relations.join('|')} → ${most[0].relation}`);
}

/** Scores links, verdicts and relations; what must stay apart; links across stories; and facts nobody asked for. */
export function scoreFacts(
  tally: Tally,
  stories: readonly Expectations[],
  found: Comparison,
  read: (article: string) => string,
): void {
  for (const story of stories) {
    for (const fact of story.facts) scoreFact(tally, fact, found);
    for (const { why, a, b } of story.apart) {
      tally.add('kept apart', joining(found.facts, a, b) === undefined, `${why}: ${show(a)} | ${show(b)}`);
    }
  }
  const names = stories.flatMap(({ names: list }) => list.flatMap(({ places }) => places));
  const places = stories.flatMap(({ facts }) => facts.map(({ mentions }) => mentions));
  for (const fact of found.facts) {
    const inStories = new Set(
      fact.mentions.map(({ path }) => stories.find(({ story }) => path.includes(`${story}/`))?.story),
    );
    const words = `${fact.relation} ${fact.mentions.map(showFound).join(' | ')}`;
    tally.add('facts inside one story', inStories.size === 1, words);
    if (fact.kind === 'name') {
      const spelled = names.filter((place) => mentionOf(fact, place) !== undefined).length > 0;
      tally.add('name facts right', spelled, words);
      continue;
    }
    const asked = places.some((mentions) => mentions.filter((place) => mentionOf(fact, place)).length >= 2);
    const certain = (fact.confidence ?? 1) >= CERTAIN;
    const listed = asked ? 'listed' : 'unlisted';
    tally.add(`shown facts that are listed (${fact.relation}${certain ? '' : ', perhaps'})`, listed === 'listed', words);
  }
  scoreNames(tally, stories, found, read);
}

/** Spelling variants: a name fact joins two places of a name whose words differ. */
function scoreNames(
  tally: Tally,
  stories: readonly Expectations[],
  found: Comparison,
  read: (article: string) => string,
): void {
  const facts = found.facts.filter(({ kind }) => kind === 'name');
  for (const { name, places } of stories.flatMap(({ names }) => names)) {
    const spellings = new Map(places.map((place) => [place.text, place]));
    const [first, ...others] = [...spellings.values()];
    if (first === undefined) continue;
    for (const other of others) {
      const everywhere = (place: Place): readonly Place[] => occurrences(place, read(place.article));
      const joined = everywhere(first).some((a) =>
        everywhere(other).some((b) => joining(facts, a, b) !== undefined),
      );
      tally.add('spelling variants joined', joined, `${name}: ${show(first)} | ${show(other)}`);
    }
  }
}

/** Every place of the same words in an article. */
function occurrences(place: Place, text: string): readonly Place[] {
  const found: Place[] = [];
  for (let start = text.indexOf(place.text); start >= 0; start = text.indexOf(place.text, start + 1)) {
    found.push({ ...place, start, end: start + place.text.length });
  }
  return found;
}
