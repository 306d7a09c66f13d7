import type { Span } from '../text';

/** How a statement gives its content: in quotation marks, partly so, in the reporter's words, or as not said at all. */
export type StatementType = 'direct' | 'indirect' | 'mixed' | 'nonclaim';

/** An attributed statement: who (source) says (cue) what (content). */
export interface Statement {
  readonly type: StatementType;
  /** The words that name the speaker ("President Vladimir Putin's spokesman Dmitry Peskov", "he"), or null. */
  readonly source: Span | null;
  /** The {@link Source.id} that `source` was resolved to, or null. */
  readonly sourceId: string | null;
  /** The reporting words ("said", "according to", "could not confirm"); more than one span where they are split. */
  readonly cue: readonly Span[];
  /**
   * What is said, quotation marks kept; a "that" it begins with is kept too, as PolNeAR annotates it. Commas and stops at its ends are left
   * out, but for those inside quotation marks. More than one span where the attribution splits it.
   */
  readonly content: readonly Span[];
}

/** What a quantity measures. */
export type QuantityKind =
  | 'count'
  | 'money'
  | 'percent'
  | 'ratio'
  | 'score'
  | 'ordinal'
  | 'age'
  | 'duration'
  | 'date'
  | 'time'
  | 'distance'
  | 'area'
  | 'volume'
  | 'mass'
  | 'speed'
  | 'temperature'
  | 'magnitude'
  | 'power'
  | 'energy'
  | 'data'
  | 'pressure'
  | 'other';

/** How the words around a number bound it; comparison treats these as bounds. */
export type Modifier =
  'at-least' | 'more-than' | 'at-most' | 'less-than' | 'about' | 'nearly' | 'so-far' | 'between';

/** A number, amount, date or time of day, read as a copy editor reads it. The span is the words of the number and its unit. */
export interface Quantity extends Span {
  readonly text: string;
  readonly kind: QuantityKind;
  /**
   * Numbers are plain numbers ("six billion" is 6000000000); a time of day is "HH:MM"; a date is ISO 8601, as exact as the
   * text ("2023-05", "2024-01-24", "--12" for a month without a year). Null where the words have no one value ("dozens").
   */
  readonly value: number | string | null;
  /** Set together for ranges and bounds in words ("15,000 to 24,000", "dozens"); both ends inclusive. */
  readonly low?: number;
  readonly high?: number;
  /** Canonical unit: "kilometre", "mile", "hour", "USD", "percent", …; null for a bare count. */
  readonly unit: string | null;
  readonly modifier: Modifier | null;
  /** The thing counted, as the article words it, without the number: "Ukrainian prisoners of war". */
  readonly thing: string | null;
  /** Where the words of `thing` stand. */
  readonly thingSpan: Span | null;
  /** For times of day: "GMT", "EST", "local", or an offset such as "+03:00". */
  readonly zone?: string;
  /** Index in `Analysis.quantities` of the quantity that this one restates in another unit or zone ("(930-mile)"). */
  readonly restates?: number;
  /** True where no number is written: "late Tuesday", "last May", "no casualties". Listings of numbers leave these out. */
  readonly wordless?: boolean;
  /** For dates: the part of the day, month or year that the words name ("early", "late", "night"). */
  readonly part?: string;
  /** For money: what one of costs it, singular ("share", "barrel", "hour"). */
  readonly per?: string;
  /** What happened to those counted, in one word: "killed", "injured", "missing", "arrested", … */
  readonly fate?: string;
}

/** What sort of speaker a source is. */
export type SourceType = 'person' | 'organization' | 'place' | 'unnamed';

/** How the words of a mention refer to their source. */
export type MentionForm = 'name' | 'description' | 'pronoun';

/** One place where a source is mentioned. */
export interface SourceMention extends Span {
  readonly text: string;
  readonly form: MentionForm;
  /** The title or role beside the name ("President", "Mr", "regional governor"), where there is one. */
  readonly title: Span | null;
}

/** A person or body named in an article, with every mention of it. Ids are unique in an article; `corpus/` joins articles. */
export interface Source {
  readonly id: string;
  /** The fullest form in this article: "Dmitry Peskov". */
  readonly name: string;
  readonly type: SourceType;
  readonly title: string | null;
  /** The country whose body or official it is, where the article says so: two "Defence Ministries" are told apart by it. */
  readonly country?: string;
  readonly mentions: readonly SourceMention[];
}

/** Everything found in one version of one article. */
export interface Analysis {
  readonly statements: readonly Statement[];
  readonly quantities: readonly Quantity[];
  readonly sources: readonly Source[];
}
