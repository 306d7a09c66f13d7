import type { Span } from '../../text';
import type { Annotation, Selector } from '../model';
import type { Alignment } from './align';
import { approximate } from './approximate';
import { adjacentWords, CONTEXT_TOKENS, contextAt, contextScore } from './context';
import type { Context } from './context';
import { fold, foldedIndex } from './fold';
import { mapTokens } from './mapped';
import type { Mapped } from './mapped';
import { cutsWord, occurrences } from './occurrences';
import type { Sought } from './occurrences';
import type { Postings } from './postings';
import { foldedText, sourceSpan, tokensOf } from './prepared';
import type { Prepared, TokenRange } from './prepared';
import type { AnchorResult } from './result';
import { splitWords, tokenAt } from './tokens';
import type { Vocabulary } from './tokens';

/** The text in which annotations are looked for. */
export interface Target {
  readonly text: Prepared;
  readonly postings: Postings;
  readonly vocabulary: Vocabulary;
}

/** A text that annotations were made in, compared to the target. */
export interface Base {
  readonly text: Prepared;
  readonly alignment: Alignment;
}

/** Measured on half of bench/anchor.ts; see docs/decisions/0051. */
const LIMITS = {
  /** Context that makes the only place a sure one. */
  alone: 0.35,
  /** Letters of a quote that is sure wherever it stands alone. */
  longQuote: 40,
  /** Context of the best of several places, and its lead over the next. */
  best: 0.5,
  lead: 0.15,
  /** Share of the words that must be left for `changed`. */
  survives: 0.5,
  /** Tokens of a number and what it counts that were replaced by another number. */
  slot: 6,
  /** Likeness and score for an approximate place, and its lead. */
  likeness: 0.6,
  score: 0.68,
  scoreLead: 0.1,
};

/** Places whose whole context is compared. */
const COMPARED = 8;

/** An annotation on its way to a result. */
export interface Located {
  readonly result: AnchorResult;
  /** Places that are equally good, for the neighbours to decide between. */
  readonly tied: readonly TokenRange[];
}

/** Finds one annotation's words. `base` is given only if its text at the stored place is the quote. */
export function locate(annotation: Annotation, target: Target, base: Base | null): Located {
  const { selector } = annotation;
  if (selector === undefined) return done(annotation.id, 'exact', null);
  const baseTokens = base === null || selector.at === undefined ? null : tokensOf(base.text, selector.at);
  const mapped =
    base === null || baseTokens === null || baseTokens.end === baseTokens.first
      ? null
      : mapTokens(base.text.words, target.text.words, base.alignment, baseTokens);
  if (base !== null && baseTokens !== null && mapped?.whole === true && mapped.window !== null) {
    const span = carryOver(base.text, baseTokens, selector, target.text, mapped.window);
    return placed(annotation, span);
  }
  return new Search(annotation, selector, target, base, baseTokens, mapped).run();
}

function done(id: string, status: 'exact' | 'lost', span: Span | null): Located {
  return { result: { id, status, span, candidates: [], suggestion: null }, tied: [] };
}

/** The same words: exact or moved, by the stored place. */
function placed(annotation: Annotation, span: Span): Located {
  const start = annotation.selector?.at?.start;
  const status = start === undefined || start === span.start ? 'exact' : 'moved';
  return { result: { id: annotation.id, status, span, candidates: [], suggestion: null }, tied: [] };
}

/** The span in the target, where a span that starts or ends inside a token does so again. */
function carryOver(
  base: Prepared,
  from: TokenRange,
  selector: Selector,
  now: Prepared,
  to: TokenRange,
): Span {
  const whole = sourceSpan(now, to);
  const at = selector.at;
  if (at === undefined) return whole;
  const inToken = foldedIndex(base.folded, at.start) - (base.words.start[from.first] ?? 0);
  const lastUnit = foldedIndex(base.folded, at.end - 1) - (base.words.start[from.end - 1] ?? 0);
  const startUnit = (now.words.start[to.first] ?? 0) + Math.max(0, inToken);
  const endUnit = Math.min(
    (now.words.start[to.end - 1] ?? 0) + lastUnit,
    (now.words.end[to.end - 1] ?? 1) - 1,
  );
  return {
    start: inToken > 0 ? (now.folded.start[startUnit] ?? whole.start) : whole.start,
    end: now.folded.end[endUnit] ?? whole.end,
  };
}

/** The search for words that the diff did not lead to. */
class Search {
  private readonly sought: Sought;
  private readonly context: Context;
  private readonly near: number;

  constructor(
    private readonly annotation: Annotation,
    private readonly selector: Selector,
    private readonly target: Target,
    private readonly base: Base | null,
    private readonly baseTokens: TokenRange | null,
    private readonly mapped: Mapped | null,
  ) {
    const { vocabulary, text } = target;
    const ids = (words: string): number[] => [...splitWords(words, fold(words), vocabulary).id];
    const { quote, prefix = '', suffix = '' } = selector;
    this.context =
      base !== null && baseTokens !== null
        ? contextAt(base.text.words.id, baseTokens.first, baseTokens.end, CONTEXT_TOKENS)
        : {
            before: ids(prefix).reverse().slice(0, CONTEXT_TOKENS),
            after: ids(suffix).slice(0, CONTEXT_TOKENS),
          };
    this.sought = {
      text: fold(quote).text.trim(),
      ids: ids(quote),
      cutsWord: cutsWord(prefix, quote) || cutsWord(quote, suffix),
      ...this.context,
    };
    this.near = this.expected(text);
  }

  private expected(text: Prepared): number {
    const window = this.mapped?.window ?? null;
    if (window !== null) return window.first;
    return tokenAt(text.words, foldedIndex(text.folded, this.selector.at?.start ?? 0));
  }

  run(): Located {
    const { mapped } = this;
    const exact = this.scored(
      occurrences(this.target.text, this.target.postings, this.sought, this.near),
    ).filter(({ tokens }) => !this.isTaken(tokens));
    const survivor = mapped !== null && mapped.survives >= LIMITS.survives ? mapped.window : null;
    const [first, second] = exact;
    if (first !== undefined) {
      const lead = first.score - (second?.score ?? 0);
      const alone = second === undefined;
      const sure = alone
        ? first.score >= LIMITS.alone || this.sought.text.length >= LIMITS.longQuote
        : first.score >= LIMITS.best && lead >= LIMITS.lead;
      if (sure && (survivor === null || first.score >= LIMITS.best)) return this.found(first.tokens);
      if (survivor === null)
        return this.several(
          exact
            .filter(({ score }) => alone || score >= first.score - LIMITS.lead)
            .map(({ tokens }) => tokens),
        );
    }
    if (survivor !== null) return this.changed(survivor);
    return this.similar();
  }

  /** The words with small changes, somewhere; else what stands in their place, or nothing. */
  private similar(): Located {
    const places = approximate(this.target.text, this.target.postings, this.sought)
      .filter(({ tokens }) => !this.isTaken(tokens))
      .map(({ tokens, likeness }) => ({
        tokens,
        likeness,
        score: 0.6 * likeness + 0.4 * this.contextOf(tokens),
      }))
      .sort((a, b) => b.score - a.score);
    const [best, next] = places;
    const slot = this.mapped?.window ?? null;
    if (best === undefined || best.likeness < LIMITS.likeness)
      return slot === null ? this.lost(best?.tokens ?? null) : this.replaced(slot);
    const sure = best.score >= LIMITS.score && best.score - (next?.score ?? 0) >= LIMITS.scoreLead;
    if (sure) return this.changed(best.tokens);
    return slot === null ? this.lost(best.tokens) : this.replaced(slot);
  }

  /** A number in the place of a number is news about the same thing; other words are only a suggestion. */
  private replaced(slot: TokenRange): Located {
    const short = Math.max(this.sought.ids.length, slot.end - slot.first) <= LIMITS.slot;
    const isNumber = (words: string): boolean => /\d/.test(words);
    if (short && isNumber(this.sought.text) && isNumber(foldedText(this.target.text, slot)))
      return this.changed(slot);
    return this.lost(slot);
  }

  /** Whether the diff ties most of a place to other words of the base than these. */
  private isTaken(tokens: TokenRange): boolean {
    if (this.base === null || this.baseTokens === null) return false;
    const { toBase } = this.base.alignment;
    let taken = 0;
    for (let t = tokens.first; t < tokens.end; t++) {
      const from = toBase[t] ?? -1;
      if (from >= 0 && (from < this.baseTokens.first || from >= this.baseTokens.end)) taken++;
    }
    return 2 * taken > tokens.end - tokens.first;
  }

  private contextOf(tokens: TokenRange): number {
    const { words } = this.target.text;
    const weight = (id: number): number => 1 / Math.sqrt(1 + this.target.postings.of(id).length);
    return contextScore(this.context, words.id, tokens.first, tokens.end, weight) ?? 0.5;
  }

  private scored(places: readonly TokenRange[]): { tokens: TokenRange; score: number }[] {
    return this.mostLikely(places)
      .map((tokens) => ({ tokens, score: this.contextOf(tokens) }))
      .sort((a, b) => b.score - a.score || a.tokens.first - b.tokens.first);
  }

  /** The few places whose neighbours are most like the stored ones, so that a common word costs no more than a rare one. */
  private mostLikely(places: readonly TokenRange[]): readonly TokenRange[] {
    if (places.length <= COMPARED) return places;
    const { id } = this.target.text.words;
    return places
      .map((tokens) => ({ tokens, beside: adjacentWords(this.context, id, tokens.first, tokens.end) }))
      .sort(
        (a, b) =>
          b.beside - a.beside || Math.abs(a.tokens.first - this.near) - Math.abs(b.tokens.first - this.near),
      )
      .slice(0, COMPARED)
      .map(({ tokens }) => tokens);
  }

  private found(tokens: TokenRange): Located {
    return placed(this.annotation, this.exactSpan(tokens));
  }

  /** The quote's own letters inside its tokens. */
  private exactSpan(tokens: TokenRange): Span {
    const { text } = this.target;
    if (!this.sought.cutsWord) return sourceSpan(text, tokens);
    const from = text.folded.text.indexOf(this.sought.text, text.words.start[tokens.first]);
    const start = text.folded.start[from] ?? 0;
    return { start, end: text.folded.end[from + this.sought.text.length - 1] ?? start };
  }

  private changed(tokens: TokenRange): Located {
    const span = sourceSpan(this.target.text, tokens);
    const result = {
      id: this.annotation.id,
      status: 'changed',
      span,
      candidates: [],
      suggestion: null,
    } as const;
    return { result, tied: [] };
  }

  private several(tied: readonly TokenRange[]): Located {
    const candidates = tied.map((tokens) => this.exactSpan(tokens));
    const suggestion = candidates[0] ?? null;
    const result = {
      id: this.annotation.id,
      status: 'ambiguous',
      span: null,
      candidates,
      suggestion,
    } as const;
    return { result, tied };
  }

  private lost(tokens: TokenRange | null): Located {
    const suggestion = tokens === null ? null : sourceSpan(this.target.text, tokens);
    const candidates = suggestion === null ? [] : [suggestion];
    return {
      result: { id: this.annotation.id, status: 'lost', span: null, candidates, suggestion },
      tied: [],
    };
  }
}
