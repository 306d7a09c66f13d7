/** Bytes in the making; grows as it is written to. */
export class ByteWriter {
  private room = new Uint8Array(4096);
  private length = 0;

  byte(value: number): void {
    if (this.length === this.room.length) this.grow(this.length + 1);
    this.room[this.length++] = value;
  }

  /** A whole number from 0 to 2⁵³ − 1: seven bits a byte, the lowest first. */
  varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  /** A whole number of either sign, small where it is near 0. */
  zigzag(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** A text with its length before it; any code units are kept. */
  text(text: string): void {
    this.varint(text.length);
    for (let i = 0; i < text.length; i++) this.varint(text.charCodeAt(i));
  }

  /** Bytes with their number before them. */
  bytes(bytes: Uint8Array): void {
    this.varint(bytes.length);
    this.raw(bytes);
  }

  /** Bytes alone. */
  raw(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.room.length) this.grow(this.length + bytes.length);
    this.room.set(bytes, this.length);
    this.length += bytes.length;
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.room.slice(0, this.length);
  }

  private grow(least: number): void {
    const grown = new Uint8Array(Math.max(least, 2 * this.room.length));
    grown.set(this.room);
    this.room = grown;
  }
}

/** The bytes are cut off, or were not written as they are read. */
export class NotPacked extends Error {}

/** Reads what a {@link ByteWriter} wrote; throws {@link NotPacked} behind the end. */
export class ByteReader {
  private at = 0;

  constructor(private readonly source: Uint8Array) {}

  get ended(): boolean {
    return this.at === this.source.length;
  }

  byte(): number {
    const byte = this.source[this.at++];
    if (byte === undefined) throw new NotPacked();
    return byte;
  }

  varint(): number {
    let value = 0;
    let place = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte % 128) * place;
      if (byte < 128) return value;
      place *= 128;
    }
  }

  /** A number of things that follow: no more than there are bytes. */
  count(): number {
    const count = this.varint();
    if (count > this.source.length - this.at) throw new NotPacked();
    return count;
  }

  zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  text(): string {
    let text = '';
    for (let rest = this.count(); rest > 0; rest--) text += String.fromCharCode(this.varint());
    return text;
  }

  /** Everything that has not been read, without a copy. */
  rest(): Uint8Array {
    return this.source.subarray(this.at);
  }

  /** A copy, which does not keep the whole in memory. */
  bytes(): Uint8Array {
    const length = this.count();
    const bytes = this.source.slice(this.at, this.at + length);
    this.at += length;
    return bytes;
  }
}
