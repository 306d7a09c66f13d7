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
 */
export function pack(value: unknown, sourceOf: SourceOf): Uint8Array {
  const writer = new Writer(sourceOf);
  writer.value(value, '');
  return writer.finish();
}

class Writer {
  private bytes = new Uint8Array(4096);
  private length = 0;
  private readonly texts = new Map<string, number>();
  private readonly shapes = new Map<string, number>();
  private readonly number = new DataView(new ArrayBuffer(8));
  private lastStart = 0;

  constructor(private readonly sourceOf: SourceOf) {}

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  /** @param own the words that the span around the value holds */
  value(value: unknown, own: string): void {
    if (value === null) this.byte(Tag.Null);
    else if (value === true) this.byte(Tag.True);
    else if (value === false) this.byte(Tag.False);
    else if (typeof value === 'number') this.anyNumber(value);
    else if (typeof value === 'string') this.text(value, own);
    else if (Array.isArray(value)) {
      this.byte(Tag.List);
      this.varint(value.length);
      for (const item of value) this.value(item, own);
    } else if (isRecord(value)) this.object(value, own);
    else throw new TypeError(`A ${typeof value} cannot be packed.`);
  }

  private object(object: Record<string, unknown>, outer: string): void {
    const keys = Object.keys(object).filter((key) => object[key] !== undefined);
    const { start, end } = object;
    const span = isWhole(start) && isWhole(end) && keys.indexOf('start') < keys.indexOf('end');
    this.shape(keys, span);
    let own = outer;
    let path: unknown;
    for (const key of keys) {
      if (span && key === 'start') {
        this.zigzag(start - this.lastStart);
        this.lastStart = start;
      } else if (span && key === 'end') {
        this.zigzag(end - start);
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
      this.byte(Tag.ShapeAgain);
      this.varint(known);
      return;
    }
    this.shapes.set(name, this.shapes.size);
    this.byte(Tag.Shape);
    this.byte(span ? 1 : 0);
    this.varint(keys.length);
    for (const key of keys) this.text(key, '');
  }

  private text(text: string, own: string): void {
    const known = KNOWN.get(text);
    const before = this.texts.get(text);
    if (known !== undefined) this.byte(known);
    else if (text === own && text !== '') this.byte(Tag.OwnWords);
    else if (before !== undefined) {
      this.byte(Tag.TextAgain);
      this.varint(before);
    } else this.newText(text);
  }

  private newText(text: string): void {
    const at = text.length < LEAST_WORDS ? -1 : this.sourceOf(undefined).indexOf(text);
    if (at >= 0) {
      this.byte(Tag.Words);
      this.varint(at);
      this.varint(text.length);
      return;
    }
    this.texts.set(text, this.texts.size);
    this.byte(Tag.Text);
    this.varint(text.length);
    for (let i = 0; i < text.length; i++) this.varint(text.charCodeAt(i));
  }

  private anyNumber(value: number): void {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
      this.byte(Tag.Float);
      this.number.setFloat64(0, value, true);
      for (let i = 0; i < 8; i++) this.byte(this.number.getUint8(i));
    } else if (value >= 0 && value < SMALL_NUMBERS) this.byte(Tag.Small + value);
    else {
      this.byte(value < 0 ? Tag.Negative : Tag.Positive);
      this.varint(value < 0 ? -1 - value : value);
    }
  }

  private zigzag(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** Seven bits a byte, the lowest first. */
  private varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  private byte(value: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(2 * this.length);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.length++] = value;
  }
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
