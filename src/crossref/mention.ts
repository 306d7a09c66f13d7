import type { Quantity } from '../analysis';
import type { CorpusArticle, Dictionary } from '../corpus';
import { wordTerm } from '../corpus/normalise';
import type { Span } from '../text';
import type { Measure } from './measure';
import type { MentionTime } from './mention-time';
import type { SentenceProfile } from './sentence-profile';

/** A quantity in its article, with everything that tells which fact it belongs to. */
export interface Mention extends Span {
  readonly article: CorpusArticle;
  readonly quantity: Quantity;
  readonly sentence: SentenceProfile;
  /** Which other time than the story's it speaks of. */
  readonly time: MentionTime;
  /** Undefined for dates. */
  readonly measure: Measure | undefined;
  /** Terms of the thing counted; the last is its head. */
  readonly thing: readonly number[];
  /** Whether the head is a word that few articles have: "aftershocks", "craters"; not where people are counted. */
  readonly telling: boolean;
  /** Whether the thing counted is people of any sort. */
  readonly people: boolean;
  /** Whether it is people of no named sort: "people", "others", "24 dead". */
  readonly anybody: boolean;
  /** Terms of what happens to the thing or who does it, nearest first, from the number's own clause. */
  readonly acts: readonly number[];
  /** What became of the people counted: from the number's clause, else the only fate that its sentence tells. */
  readonly fates: readonly number[];
  /** Fates that say no different thing than its own. */
  readonly kin: readonly number[];
  /** Whether the fates are those of the number's own clause. */
  readonly fateNear: boolean;
  /** Whether they leave open what happened: "victims", "casualties", "were shot". */
  readonly fateVague: boolean;
  /** The value that a correction takes back: 'late Tuesday, not Wednesday'. */
  readonly retracts: number | string | null;
  /** Terms around the number in its sentence with how near they are, from 1 down. */
  readonly near: ReadonlyMap<number, number>;
  /** Whether the words say that this is a part of a larger number ("25 of the injured") or comes on top ("another two"). */
  readonly partial: 'part' | 'more' | null;
  /** The value of the part where this is the whole: 900 for the 11,000 of "900 of the 11,000 jobs". */
  readonly partValue: number | string | null;
  /** Places and the like named in the clause: where the number holds. */
  readonly scope: readonly number[];
  /** Every name of the sentence, and of the one before where this one goes on about it ("He said …"). */
  readonly setting: readonly number[];
  /** Names in the clause within a few words of the number: whose or where it is. */
  readonly beside: readonly number[];
  /** Of the names beside it, those that no other value of its dimension has beside it; none where there is no other value. */
  readonly own: readonly number[];
  /** Whether it is people who are as a rule only some of those an event befalls: children, officers, crew. */
  readonly some: boolean;
  /** Whether the article has no other number of people of its value. */
  readonly alone: boolean;
  /** Whether two sorts of people are counted together: "420 passengers and crew". */
  readonly together: boolean;
  /** What a distance measures: "depth", "length". */
  readonly measured: string | null;
  /** For percentages: whether something rose or fell by it. */
  readonly direction: 'up' | 'down' | null;
  /** Whether its sentence has other numbers of its kind: "52 percent in one, 82 percent in the other". */
  readonly listed: boolean;
}

/** The dictionary's terms that the rules look at. */
export interface KnownTerms {
  /** How rare a term is in news, in bits. */
  readonly bits: (term: number) => number;
  readonly people: ReadonlySet<number>;
  /** Of these, the terms that stand for anybody, … */
  readonly anybody: ReadonlySet<number>;
  /** … and those that stand for some of the people whom an event befalls. */
  readonly some: ReadonlySet<number>;
  /** Terms that say what happened to people: their own words count as acts even where they are counted ("24 dead"). */
  readonly fates: ReadonlySet<number>;
  readonly kill: number;
  readonly injure: number;
  readonly missing: number;
  /** "Casualties" are killed and injured both. */
  readonly casualty: number;
  /** "Victims" are the dead where the injured are counted beside them. */
  readonly victim: number;
  /** A ship that carries people has them on board. */
  readonly carry: number;
  readonly board: number;
  /** The term of a fate that the analysis found, by its word there. */
  readonly fateTerms: ReadonlyMap<string, number>;
  /** Pairs of fates that say no different thing: who is in hospital is injured, who was rescued has survived. */
  readonly compatible: readonly ReadonlySet<number>[];
  /** Fates that leave open what happened. */
  readonly vague: ReadonlySet<number>;
}

const FATES =
  'kill injure missing capture evacuate trap hospital rescue kidnap sick homeless displaced survive casualty treat victim shoot'.split(
    ' ',
  );

const ANYBODY =
  'people man woman other more victim casualty someone anyone one citizen resident civilian inhabitant national'.split(
    ' ',
  );

const SOME = 'child woman crew passenger police soldier official tourist rescuer firefighter baby'.split(' ');

/** Fates as the analysis names them, where that is another word. */
const FATE_OF_QUANTITY: Readonly<Record<string, string>> = {
  killed: 'kill',
  injured: 'injure',
  missing: 'missing',
  arrested: 'capture',
  captured: 'capture',
  rescued: 'rescue',
  evacuated: 'evacuate',
  hospitalised: 'hospital',
};

export function knownTerms(dictionary: Dictionary, people: Iterable<string>): KnownTerms {
  const ids = (words: Iterable<string>): Set<number> =>
    new Set([...words].map((w) => dictionary.id(wordTerm(w))));
  return {
    bits: (term) => dictionary.bits(term),
    people: ids(people),
    anybody: ids(ANYBODY),
    some: ids(SOME),
    fates: ids(FATES),
    kill: dictionary.id('kill'),
    injure: dictionary.id('injure'),
    missing: dictionary.id('missing'),
    casualty: dictionary.id('casualty'),
    victim: dictionary.id(wordTerm('victim')),
    carry: dictionary.id(wordTerm('carry')),
    board: dictionary.id(wordTerm('board')),
    fateTerms: new Map(
      Object.entries(FATE_OF_QUANTITY).map(([word, term]) => [word, dictionary.id(wordTerm(term))]),
    ),
    compatible: [
      ids(['injure', 'hospital', 'treat', 'shoot', 'victim']),
      ids(['rescue', 'survive', 'evacuate']),
      ids(['kill', 'victim', 'casualty']),
    ],
    vague: ids(['victim', 'casualty', 'shoot']),
  };
}

/** What a mention may be compared with. */
export function dimensionOf(m: Mention): string {
  return m.measure?.dimension ?? m.quantity.kind;
}
