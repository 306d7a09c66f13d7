import type { Tokens } from './article-text';

/** Grows the columns of {@link Tokens} as they are filled; the only allocation is a doubling now and then. */
export class TokenColumns {
  private start: Uint32Array;
  private end: Uint32Array;
  private kind: Uint8Array;
  private length = 0;

  /** @param expected how many tokens to make room for at first; more may come */
  constructor(expected: number) {
    const room = Math.max(16, expected);
    this.start = new Uint32Array(room);
    this.end = new Uint32Array(room);
    this.kind = new Uint8Array(room);
  }

  get count(): number {
    return this.length;
  }

  /** Adds a token behind all others. */
  push(start: number, end: number, kind: number): void {
    if (this.length === this.start.length) this.grow();
    this.start[this.length] = start;
    this.end[this.length] = end;
    this.kind[this.length] = kind;
    this.length++;
  }

  /** Where the last token starts, or -1 where there is none. */
  lastStart(): number {
    return this.length === 0 ? -1 : (this.start[this.length - 1] ?? -1);
  }

  /** Where the last token ends, or -1 where there is none. */
  lastEnd(): number {
    return this.length === 0 ? -1 : (this.end[this.length - 1] ?? -1);
  }

  /** The kind of the last token, or -1 where there is none. */
  lastKind(): number {
    return this.length === 0 ? -1 : (this.kind[this.length - 1] ?? -1);
  }

  /** Takes the last token off again. */
  pop(): void {
    this.length--;
  }

  /** Makes the last token end elsewhere. */
  extendLast(end: number): void {
    this.end[this.length - 1] = end;
  }

  /** The columns, cut to length. */
  finish(): Tokens {
    return {
      count: this.length,
      start: this.start.slice(0, this.length),
      end: this.end.slice(0, this.length),
      kind: this.kind.slice(0, this.length),
    };
  }

  private grow(): void {
    const room = this.start.length * 2;
    const start = new Uint32Array(room);
    const end = new Uint32Array(room);
    const kind = new Uint8Array(room);
    start.set(this.start);
    end.set(this.end);
    kind.set(this.kind);
    this.start = start;
    this.end = end;
    this.kind = kind;
  }
}
