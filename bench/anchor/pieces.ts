import type { Span } from '../../src/text';

/**
 * A part of an edited text. `from` says which part of the original it is: `same` letter for letter, `soft` with only such changes as
 * do not change words (quotation marks, case, white space), `instead` when other words stand in its place.
 */
export interface Piece {
  readonly text: string;
  readonly from?: Span;
  readonly as: 'same' | 'soft' | 'instead' | 'new';
}

/** An original text cut into pieces, so that edits know what became of every letter. */
export class Draft {
  private constructor(
    /** The text before the edits. */
    readonly original: string,
    readonly pieces: readonly Piece[],
  ) {}

  static of(text: string): Draft {
    return new Draft(text, [{ text, from: { start: 0, end: text.length }, as: 'same' }]);
  }

  get text(): string {
    return this.pieces.map((piece) => piece.text).join('');
  }

  /** Puts `pieces` in the place of `[start, end)` of the original; only pieces that are still the same are cut. */
  replace(span: Span, pieces: readonly Piece[]): Draft {
    const result: Piece[] = [];
    let put = false;
    for (const piece of this.pieces) {
      const { from } = piece;
      const inside =
        from !== undefined && piece.as === 'same' && from.start <= span.end && span.start <= from.end;
      if (!inside) {
        result.push(piece);
        continue;
      }
      const [start, end] = [Math.max(from.start, span.start), Math.min(from.end, span.end)];
      result.push(...cut(piece, from.start, start));
      if (!put && (span.start < from.end || span.start === span.end)) {
        result.push(...pieces);
        put = true;
      }
      result.push(...cut(piece, end, from.end));
    }
    return new Draft(this.original, result);
  }

  /** Takes out one piece, by the part of the original that it stands for. */
  without(span: Span): Draft {
    const rest = this.pieces.filter(({ from }) => from?.start !== span.start || from.end !== span.end);
    return new Draft(this.original, rest);
  }

  /** The pieces of `[start, end)` of the original, in their present order. */
  take(span: Span): Piece[] {
    return this.pieces.flatMap((piece) => {
      const { from } = piece;
      if (from === undefined || from.end <= span.start || from.start >= span.end) return [];
      return piece.as === 'same'
        ? cut(piece, Math.max(from.start, span.start), Math.min(from.end, span.end))
        : [piece];
    });
  }
}

function cut(piece: Piece, start: number, end: number): Piece[] {
  const { from } = piece;
  if (from === undefined || end <= start) return [];
  return [{ text: piece.text.slice(start - from.start, end - from.start), from: { start, end }, as: 'same' }];
}

/** What became of a span. */
export interface Truth {
  /** `intact`: the words are there. `altered`: most are, or others in their place. `frayed`: some are. `gone`: none. */
  readonly fate: 'intact' | 'altered' | 'frayed' | 'gone';
  /** Where what is left (or stands in its place) is now; null where nothing does. */
  readonly span: Span | null;
}

/** Follows a span of the original through an edit. */
export function follow(draft: Draft, span: Span): Truth {
  let offset = 0;
  let [first, last, kept, instead] = [-1, -1, 0, 0];
  let [expected, broken] = [span.start, false];
  for (const piece of draft.pieces) {
    const { from } = piece;
    const overlap = from === undefined ? 0 : Math.min(from.end, span.end) - Math.max(from.start, span.start);
    if (from !== undefined && overlap > 0) {
      const whole = piece.as !== 'same';
      const start = whole ? offset : offset + Math.max(0, span.start - from.start);
      const end = whole
        ? offset + piece.text.length
        : offset + Math.min(piece.text.length, span.end - from.start);
      if (first >= 0 && (start < last || Math.max(from.start, span.start) !== expected)) broken = true;
      if (first < 0) {
        first = start;
        broken ||= Math.max(from.start, span.start) !== span.start;
      }
      last = Math.max(last, end);
      expected = Math.min(from.end, span.end);
      if (piece.as === 'instead') instead += overlap;
      else kept += overlap;
    } else if (first >= 0 && expected < span.end && piece.text !== '') broken = true;
    offset += piece.text.length;
  }
  const length = span.end - span.start;
  if (first < 0) return { fate: 'gone', span: null };
  const found = { start: first, end: last };
  if (kept === length && !broken) return { fate: 'intact', span: found };
  if (last - first > 2 * length + 60) return { fate: 'frayed', span: null };
  if (kept + instead >= length / 2) return { fate: 'altered', span: found };
  return { fate: 'frayed', span: found };
}
