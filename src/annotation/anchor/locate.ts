import type { Span } from '../../text';
import type { Annotation, Selector } from '../model';
import type { Alignment } from './align';
import { approximate } from './approximate';
import { adjacentWords, CONTEXT_TOKENS, contextAt, contextScore, weighContext } from './context';
import type { Context, ContextWeights } from './context';
import { foldedIndex, foldText } from './fold';
import { mapTokens } from './mapped';
import type { Mapped } from './mapped';
import { cutsWord, occurrences } from './occurrences';
import type { Sought } from './occurrences';
import type { Postings } from './postings';
import { foldedText, sourceSpan, tokensOf } from './prepared';
import type { Prepared, TokenRange } from './prepared';
import type { AnchorResult } from './result';
import { contextSlot } from './slot';
import { tokenAt, wordIds } from './tokens';
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

/** Measured on half of the articles of bench/anchor.ts. */
const LIMITS = {
  /** With the base: context that makes the only place a sure one, or the best of several, and its lead over the next. */
  alone: 0.35,
  best: 0.5,
  lead: 0.15,
  /** Without the base more is asked, and still more of a place far from the old one (in code units). */
  near: 0.6,
  far: 0.85,
  distance: 600,
  /** Letters of a quote that needs less context. */
  longQuote: 40,
  long: 0.35,
  /** Share of the words that must be left for `changed`. */
  survives: 0.5,
  /** Tokens of a number and what it counts that were replaced by another number. */
  slot: 6,
  /** Words around a slot that make it sure without the base. */
  slotStrength: 6,
  /** Likeness and score for an approximate place, and its lead. */
  likeness: 0.6,
  score: 0.68,
  scoreLead: 0.1,
};

/** Weight of the side of the context that fits better. */
const ONE_SIDE = 0.75;
const BOTH_SIDES = 0.5;

/** Places whose whole context is compared. */
const COMPARED = 6;
/** Tokens on each side of lost words in which the diff's nearest sure words are sought. */
const GAP = 80;

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

/** A place and how alike its surroundings are. */
interface Scored {
  readonly tokens: TokenRange;
  readonly score: number;
}

/** The search for words that the diff did not lead to. */
class Search {
  private readonly sought: Sought;
  private readonly context: Context;
  private readonly near: number;
  private weights: ContextWeights | null = null;

  constructor(
    private readonly annotation: Annotation,
    private readonly selector: Selector,
    private readonly target: Target,
    private readonly base: Base | null,
    private readonly baseTokens: TokenRange | null,
    private readonly mapped: Mapped | null,
  ) {
    const { vocabulary, text } = target;
    const ids = (words: string): number[] => wordIds(foldText(words), vocabulary);
    const { quote, prefix = '', suffix = '' } = selector;
    this.context =
      base !== null && baseTokens !== null
        ? contextAt(base.text.words.id, baseTokens.first, baseTokens.end, CONTEXT_TOKENS)
        : {
            before: ids(prefix).reverse().slice(0, CONTEXT_TOKENS),
            after: ids(suffix).slice(0, CONTEXT_TOKENS),
          };
    this.sought = {
      text: foldText(quote).trim(),
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
    const places = occurrences(this.target.text, this.target.postings, this.sought, this.near);
    const exact = this.scored(places.filter((tokens) => !this.isTaken(tokens)));
    const survivor = mapped !== null && mapped.survives >= LIMITS.survives ? mapped.window : null;
    const [first] = exact;
    if (first !== undefined && this.isSure(exact) && (survivor === null || first.score >= LIMITS.best))
      return this.found(first.tokens);
    if (survivor !== null) return this.changed(survivor);
    const inGap = this.base === null ? [] : exact.filter(({ tokens }) => this.isInGap(tokens));
    if (inGap.length === 1 && inGap[0] !== undefined) return this.found(inGap[0].tokens);
    if (first === undefined) return this.similar();
    const news = mapped?.window ?? null;
    if (news !== null && this.isNumberSlot(news)) return this.changed(news);
    const tied = exact.filter(({ score }) => score >= first.score - LIMITS.lead).map(({ tokens }) => tokens);
    return this.replacedInContext() ?? this.several(tied);
  }

  /** Whether the best place is the one: enough context, and a lead over the next. */
  private isSure(places: readonly Scored[]): boolean {
    const [first, second] = places;
    if (first === undefined || (second !== undefined && first.score - second.score < LIMITS.lead))
      return false;
    const isLong = this.sought.text.length >= LIMITS.longQuote;
    if (this.base !== null) {
      if (second === undefined) return isLong || first.score >= LIMITS.alone;
      return first.score >= LIMITS.best;
    }
    if (!this.isNear(first.tokens)) return first.score >= LIMITS.far;
    return first.score >= (isLong ? LIMITS.long : LIMITS.near);
  }

  private isNear(tokens: TokenRange): boolean {
    const { at } = this.selector;
    return at !== undefined && Math.abs(this.exactSpan(tokens).start - at.start) <= LIMITS.distance;
  }

  /** Whether a place is between the sure words that the diff has on both sides of the lost ones. */
  private isInGap(tokens: TokenRange): boolean {
    const { base, baseTokens } = this;
    if (base === null || baseTokens === null) return false;
    const { toNow } = base.alignment;
    let before = baseTokens.first - 1;
    while (before > baseTokens.first - GAP && before >= 0 && (toNow[before] ?? -1) < 0) before--;
    let after = baseTokens.end;
    while (after < baseTokens.end + GAP && after < toNow.length && (toNow[after] ?? -1) < 0) after++;
    const from = before < 0 ? -1 : (toNow[before] ?? -1);
    const to = after >= toNow.length ? this.target.text.words.count : (toNow[after] ?? -1);
    if ((from < 0 && before >= 0) || to < 0) return false;
    return tokens.first > from && tokens.end <= to;
  }

  /** The words with small changes, somewhere; else what stands in their place, or nothing. */
  private similar(): Located {
    // Between like numbers only the words around can tell.
    const number = /\d/.test(this.sought.text) ? this.replacedInContext() : null;
    if (number !== null) return number;
    const places = approximate(this.target.text, this.target.postings, this.sought)
      .filter(({ tokens }) => !this.isTaken(tokens))
      .map(({ tokens, likeness }) => ({
        tokens,
        likeness,
        score: 0.6 * likeness + 0.4 * this.contextOf(tokens, ONE_SIDE),
      }))
      .sort((a, b) => b.score - a.score);
    const [best, next] = places;
    if (best !== undefined && best.likeness >= LIMITS.likeness) {
      const lead = best.score - (next?.score ?? 0);
      if (best.score >= LIMITS.score && lead >= LIMITS.scoreLead) return this.changed(best.tokens);
    }
    const slot = this.mapped?.window ?? null;
    return slot === null
      ? (this.replacedInContext() ?? this.lost(best?.tokens ?? null))
      : this.replaced(slot);
  }

  /** Without the base: other words where the words directly around are the old ones. */
  private replacedInContext(): Located | null {
    const { text, postings } = this.target;
    if (this.base !== null || this.sought.ids.length > LIMITS.slot) return null;
    const slot = contextSlot(text.words.id, postings, this.sought, this.near);
    if (slot === null || this.isQuote(slot.tokens)) return null;
    return slot.strength >= LIMITS.slotStrength || this.isNear(slot.tokens)
      ? this.replaced(slot.tokens)
      : this.lost(slot.tokens);
  }

  private isQuote({ first, end }: TokenRange): boolean {
    const { ids } = this.sought;
    const there = this.target.text.words.id.subarray(first, end);
    return there.length === ids.length && ids.every((id, i) => there[i] === id);
  }

  /** A number in the place of a number is news about the same thing; other words are only a suggestion. */
  private replaced(slot: TokenRange): Located {
    return this.isNumberSlot(slot) ? this.changed(slot) : this.lost(slot);
  }

  private isNumberSlot(slot: TokenRange): boolean {
    const short = Math.max(this.sought.ids.length, slot.end - slot.first) <= LIMITS.slot;
    const isNumber = (words: string): boolean => /\d/.test(words);
    return short && isNumber(this.sought.text) && isNumber(foldedText(this.target.text, slot));
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

  /** With the base one side is enough to know a place by; without it the other side must speak for it too. */
  private contextOf(tokens: TokenRange, share: number): number {
    const { words } = this.target.text;
    this.weights ??= weighContext(this.context, this.target.postings.count);
    const score = contextScore(this.context, words.id, tokens.first, tokens.end, this.weights);
    if (score === null) return 0.5;
    return share * score.better + (1 - share) * score.worse;
  }

  private scored(places: readonly TokenRange[]): Scored[] {
    return this.mostLikely(places)
      .map((tokens) => ({
        tokens,
        score: this.contextOf(tokens, this.base === null ? BOTH_SIDES : ONE_SIDE),
      }))
      .sort((a, b) => b.score - a.score || a.tokens.first - b.tokens.first);
  }

  /** The few places whose neighbours are most like the stored ones, so that a common word costs no more than a rare one. */
  private mostLikely(places: readonly TokenRange[]): readonly TokenRange[] {
    if (places.length <= COMPARED) return places;
    const { id } = this.target.text.words;
    return places
      .map((tokens) => {
        const [before, after] = adjacentWords(this.context, id, tokens.first, tokens.end);
        return { tokens, beside: before + after };
      })
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
