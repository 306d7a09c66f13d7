import { ByteReader, NotPacked } from './bytes';
import type { SourceOf } from './layout';
import { KNOWN_TEXTS, Tag } from './layout';

interface Shape {
  readonly span: boolean;
  readonly keys: readonly string[];
}

/**
 * Reads back what `pack` made.
 * @param known the same as there
 * @returns undefined where the bytes are not whole or not of this layout
 */
export function unpack(bytes: Uint8Array, sourceOf: SourceOf, known: readonly string[] = []): unknown {
  try {
    const reader = new Reader(bytes, sourceOf, known);
    const value = reader.value('');
    return reader.ended ? value : undefined;
  } catch (error) {
    if (error instanceof NotPacked) return undefined;
    throw error;
  }
}

class Reader {
  private readonly input: ByteReader;
  private readonly texts: string[];
  private readonly shapes: Shape[] = [];
  private lastStart = 0;

  constructor(
    bytes: Uint8Array,
    private readonly sourceOf: SourceOf,
    known: readonly string[],
  ) {
    this.texts = [...known];
    this.input = new ByteReader(bytes);
  }

  get ended(): boolean {
    return this.input.ended;
  }

  value(own: string): unknown {
    const tag = this.input.byte();
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
        return this.input.varint();
      case Tag.Negative:
        return -1 - this.input.varint();
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
        return this.texts[this.input.varint()] ?? fail();
      case Tag.Words: {
        const start = this.input.varint();
        return this.sourceOf(undefined).slice(start, start + this.input.varint());
      }
      case Tag.Text:
        return this.newText();
      default:
        return fail();
    }
  }

  private newText(): string {
    const text = this.input.text();
    this.texts.push(text);
    return text;
  }

  private list(own: string): unknown[] {
    const length = this.input.count();
    const list: unknown[] = [];
    for (let i = 0; i < length; i++) list.push(this.value(own));
    return list;
  }

  private object(tag: number, outer: string): Record<string, unknown> {
    const { span, keys } = tag === Tag.Shape ? this.newShape() : (this.shapes[this.input.varint()] ?? fail());
    const object: Record<string, unknown> = {};
    let own = outer;
    let start = 0;
    for (const key of keys) {
      if (span && key === 'start') object[key] = start = this.lastStart += this.input.zigzag();
      else if (span && key === 'end') {
        const end = start + this.input.zigzag();
        object[key] = end;
        const { path } = object;
        own = this.sourceOf(typeof path === 'string' ? path : undefined).slice(start, end);
      } else object[key] = this.value(own);
    }
    return object;
  }

  private newShape(): Shape {
    const span = this.input.byte() === 1;
    const keys = Array.from({ length: this.input.count() }, () => {
      const key = this.value('');
      return typeof key === 'string' ? key : fail();
    });
    const shape = { span, keys };
    this.shapes.push(shape);
    return shape;
  }

  private float(): number {
    const view = new DataView(new ArrayBuffer(8));
    for (let i = 0; i < 8; i++) view.setUint8(i, this.input.byte());
    return view.getFloat64(0, true);
  }
}

function fail(): never {
  throw new NotPacked();
}
