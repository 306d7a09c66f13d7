import type { SourceOf } from './layout';
import { KNOWN_TEXTS, Tag } from './layout';

interface Shape {
  readonly span: boolean;
  readonly keys: readonly string[];
}

/**
 * Reads back what `pack` made.
 * @returns undefined where the bytes are not whole or not of this layout
 */
export function unpack(bytes: Uint8Array, sourceOf: SourceOf): unknown {
  try {
    const reader = new Reader(bytes, sourceOf);
    const value = reader.value('');
    return reader.ended() ? value : undefined;
  } catch (error) {
    if (error instanceof NotPacked) return undefined;
    throw error;
  }
}

class NotPacked extends Error {}

class Reader {
  private at = 0;
  private readonly texts: string[] = [];
  private readonly shapes: Shape[] = [];
  private lastStart = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly sourceOf: SourceOf,
  ) {}

  ended(): boolean {
    return this.at === this.bytes.length;
  }

  value(own: string): unknown {
    const tag = this.byte();
    if (tag >= Tag.Small) return tag - Tag.Small;
    if (tag >= Tag.Known) return this.known(tag);
    switch (tag) {
      case Tag.Null:
        return null;
      case Tag.True:
        return true;
      case Tag.False:
        return false;
      case Tag.Positive:
        return this.varint();
      case Tag.Negative:
        return -1 - this.varint();
      case Tag.Float:
        return this.float();
      case Tag.List:
        return this.list(own);
      case Tag.Shape:
      case Tag.ShapeAgain:
        return this.object(tag, own);
      default:
        return this.text(tag, own);
    }
  }

  private known(tag: number): string {
    return KNOWN_TEXTS[tag - Tag.Known] ?? fail();
  }

  private text(tag: number, own: string): string {
    switch (tag) {
      case Tag.OwnWords:
        return own;
      case Tag.TextAgain:
        return this.texts[this.varint()] ?? fail();
      case Tag.Words: {
        const start = this.varint();
        return this.sourceOf(undefined).slice(start, start + this.varint());
      }
      case Tag.Text:
        return this.newText();
      default:
        return fail();
    }
  }

  private newText(): string {
    const length = this.count();
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(this.varint());
    this.texts.push(text);
    return text;
  }

  private list(own: string): unknown[] {
    const length = this.count();
    const list: unknown[] = [];
    for (let i = 0; i < length; i++) list.push(this.value(own));
    return list;
  }

  private object(tag: number, outer: string): Record<string, unknown> {
    const { span, keys } = tag === Tag.Shape ? this.newShape() : (this.shapes[this.varint()] ?? fail());
    const object: Record<string, unknown> = {};
    let own = outer;
    let start = 0;
    for (const key of keys) {
      if (span && key === 'start') object[key] = start = this.lastStart += this.zigzag();
      else if (span && key === 'end') {
        const end = start + this.zigzag();
        object[key] = end;
        const { path } = object;
        own = this.sourceOf(typeof path === 'string' ? path : undefined).slice(start, end);
      } else object[key] = this.value(own);
    }
    return object;
  }

  private newShape(): Shape {
    const span = this.byte() === 1;
    const keys = Array.from({ length: this.count() }, () => {
      const key = this.value('');
      return typeof key === 'string' ? key : fail();
    });
    const shape = { span, keys };
    this.shapes.push(shape);
    return shape;
  }

  private float(): number {
    const { buffer, byteOffset } = this.bytes;
    if (this.at + 8 > this.bytes.length) fail();
    const value = new DataView(buffer, byteOffset + this.at, 8).getFloat64(0, true);
    this.at += 8;
    return value;
  }

  /** A length; no more things can follow than there are bytes. */
  private count(): number {
    const count = this.varint();
    return count <= this.bytes.length ? count : fail();
  }

  private zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  private varint(): number {
    let value = 0;
    let place = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte % 128) * place;
      if (byte < 128) return value;
      place *= 128;
    }
  }

  private byte(): number {
    return this.bytes[this.at++] ?? fail();
  }
}

function fail(): never {
  throw new NotPacked();
}
