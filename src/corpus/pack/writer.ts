import { ByteWriter } from './bytes';
import type { SourceOf } from './layout';
import { isRecord, KNOWN_TEXTS, Tag } from './layout';

const KNOWN = new Map(KNOWN_TEXTS.map((text, i) => [text, Tag.Known + i]));
/** Texts shorter than this are spelled out rather than looked for in the article. */
const LEAST_WORDS = 4;
const SMALL_NUMBERS = 256 - Tag.Small;

/**
 * Packs a value made of objects, lists, texts, numbers, booleans and nulls, as analyses and facts are. Keys whose value is undefined
 * are left out.
 * @param sourceOf the text in which the words of spans stand
 * @param known texts that the reader will be given as well, and that need not be spelled out
 */
export function pack(
  value: unknown,
  sourceOf: SourceOf,
  known: readonly string[] = [],
): Uint8Array<ArrayBuffer> {
  const writer = new Writer(sourceOf, known);
  writer.value(value, '');
  return writer.finish();
}

class Writer {
  private readonly out = new ByteWriter();
  private readonly texts: Map<string, number>;
  private readonly shapes = new Map<string, number>();
  private readonly number = new DataView(new ArrayBuffer(8));
  private lastStart = 0;

  constructor(
    private readonly sourceOf: SourceOf,
    known: readonly string[],
  ) {
    this.texts = new Map(known.map((text, i) => [text, i]));
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.out.finish();
  }

  /** @param own the words that the span around the value holds */
  value(value: unknown, own: string): void {
    if (value === null) this.out.byte(Tag.Null);
    else if (value === true) this.out.byte(Tag.True);
    else if (value === false) this.out.byte(Tag.False);
    else if (typeof value === 'number') this.anyNumber(value);
    else if (typeof value === 'string') this.text(value, own);
    else if (Array.isArray(value)) {
      this.out.byte(Tag.List);
      this.out.varint(value.length);
      for (const item of value) this.value(item, own);
    } else if (isRecord(value)) this.object(value, own);
    else throw new TypeError(`A ${typeof value} cannot be packed.`);
  }

  private object(object: Record<string, unknown>, outer: string): void {
    const keys = Object.keys(object).filter((key) => object[key] !== undefined);
    const { start, end } = object;
    const span = isOffset(start) && isOffset(end) && keys.indexOf('start') < keys.indexOf('end');
    this.shape(keys, span);
    let own = outer;
    let path: unknown;
    for (const key of keys) {
      if (span && key === 'start') {
        this.out.zigzag(start - this.lastStart);
        this.lastStart = start;
      } else if (span && key === 'end') {
        this.out.zigzag(end - start);
        own = this.sourceOf(typeof path === 'string' ? path : undefined).slice(start, end);
      } else {
        this.value(object[key], own);
        if (key === 'path') path = object.path;
      }
    }
  }

  private shape(keys: readonly string[], span: boolean): void {
    const name = `${span ? 1 : 0} ${keys.join(' ')}`;
    const known = this.shapes.get(name);
    if (known !== undefined) {
      this.out.byte(Tag.ShapeAgain);
      this.out.varint(known);
      return;
    }
    this.shapes.set(name, this.shapes.size);
    this.out.byte(Tag.Shape);
    this.out.byte(span ? 1 : 0);
    this.out.varint(keys.length);
    for (const key of keys) this.text(key, '');
  }

  private text(text: string, own: string): void {
    const known = KNOWN.get(text);
    const before = this.texts.get(text);
    if (known !== undefined) this.out.byte(known);
    else if (text === own && text !== '') this.out.byte(Tag.OwnWords);
    else if (before !== undefined) {
      this.out.byte(Tag.TextAgain);
      this.out.varint(before);
    } else this.newText(text);
  }

  private newText(text: string): void {
    const at = text.length < LEAST_WORDS ? -1 : this.sourceOf(undefined).indexOf(text);
    if (at >= 0) {
      this.out.byte(Tag.Words);
      this.out.varint(at);
      this.out.varint(text.length);
      return;
    }
    this.texts.set(text, this.texts.size);
    this.out.byte(Tag.Text);
    this.out.text(text);
  }

  private anyNumber(value: number): void {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
      this.out.byte(Tag.Float);
      this.number.setFloat64(0, value, true);
      for (let i = 0; i < 8; i++) this.out.byte(this.number.getUint8(i));
    } else if (value >= 0 && value < SMALL_NUMBERS) this.out.byte(Tag.Small + value);
    else {
      this.out.byte(value < 0 ? Tag.Negative : Tag.Positive);
      this.out.varint(value < 0 ? -1 - value : value);
    }
  }
}

/** Whether a value can be where something stands in a text. */
function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}
