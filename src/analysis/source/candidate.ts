import type { ArticleWords } from './article-words';
import type { NameRun } from './name-scan';

/** What a run of words seems to name before the whole article has been heard. */
export type NameKind = 'person' | 'organization' | 'place' | 'country' | 'thing' | 'unknown';

/** A name found in the text, tokens `[first, end)`, with what its surroundings say about it. */
export interface NameCandidate {
  readonly first: number;
  readonly end: number;
  readonly sentence: number;
  kind: NameKind;
  /** The name with single spaces. */
  readonly name: string;
  /** First token of a title to the left, `first` where there is none. */
  titleFirst: number;
  /** One past the last token of that title. */
  titleEnd: number;
  /** Tokens of a role in apposition to the right ("…, a spokesman for the ministry"). */
  apposition: readonly [number, number] | null;
  /** The country whose body or official this is, where its words say so. */
  country: string | null;
  /** Whether it stands as the subject of a verb of speech or after "according to". */
  speaks: boolean;
  /** Whether a statement gives it as its source. */
  given: boolean;
  /** Whether its capital may be only that of its sentence, or of a heading. */
  readonly doubtful: boolean;
  /** An honorific's or a role's word on the sex of the person. */
  sex: 'm' | 'f' | null;
  /** Short form in parentheses right after a body's name. */
  acronym: readonly [number, number] | null;
}

/** Makes a candidate of tokens of a run; nothing is said about its surroundings yet. */
export function candidate(
  words: ArticleWords,
  run: NameRun,
  first: number,
  end: number,
  kind: NameKind,
  doubtful: boolean,
): NameCandidate {
  return {
    first,
    end,
    sentence: run.sentence,
    kind,
    name: words.phrase(first, end),
    titleFirst: first,
    titleEnd: first,
    apposition: null,
    country: null,
    speaks: false,
    given: false,
    doubtful,
    sex: null,
    acronym: null,
  };
}
