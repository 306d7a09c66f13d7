/** A text in the form in which words are compared, with the way back. */
export interface Folded {
  readonly text: string;
  /** For each code unit of `text`: where what it stands for begins and ends in the source. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

const SPACE = 32;
const DASH = 45;
const DROPPED = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/;
const SINGLE_QUOTE = /[`\u00b4\u02bc\u2018-\u201b\u2032]/;
const DOUBLE_QUOTE = /[\u00ab\u00bb\u201c-\u201f\u2033\u2039\u203a\u301d-\u301f]/;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;

/**
 * Folds what does not change words: runs of white space and line ends to one space, Unicode to NFKC, quotation marks and dashes to
 * ASCII, letters to lower case; invisible characters go. Linear.
 */
export function fold(source: string): Folded {
  const out = new Output(source.length);
  for (let i = 0; i < source.length;) {
    const code = source.charCodeAt(i);
    const marked = source.charCodeAt(i + 1) >= 0x300;
    if (code < 128 && !marked) {
      out.ascii(code, i);
      i++;
    } else i = foldCluster(source, i, out);
  }
  return out.folded();
}

/** The folded text alone: for short texts, of which there are many. */
export function foldText(source: string): string {
  if (/[^\x00-\x7f]/.test(source)) return fold(source).text;
  return source
    .toLowerCase()
    .replace(/[\x00-\x20\x7f]+/g, ' ')
    .replace(/--+/g, '-')
    .replaceAll('`', "'");
}

function foldCluster(source: string, i: number, out: Output): number {
  const first = String.fromCodePoint(source.codePointAt(i) ?? 0);
  let end = i + first.length;
  if (DROPPED.test(first)) return end;
  while (end < source.length && end - i < 32 && /\p{M}/u.test(source.charAt(end))) end++;
  const cluster = source.slice(i, end);
  for (const char of cluster.normalize('NFKC').toLowerCase()) {
    if (DASHES.test(char)) out.push(DASH, i, end);
    else if (SINGLE_QUOTE.test(char)) out.push(39, i, end);
    else if (DOUBLE_QUOTE.test(char)) out.push(34, i, end);
    else if (/\s/.test(char)) out.push(SPACE, i, end);
    else if (!DROPPED.test(char)) for (let k = 0; k < char.length; k++) out.push(char.charCodeAt(k), i, end);
  }
  return end;
}

/** Collects folded code units. */
class Output {
  private units: Uint16Array;
  private starts: Uint32Array;
  private ends: Uint32Array;
  private length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity + 16);
    this.starts = new Uint32Array(capacity + 16);
    this.ends = new Uint32Array(capacity + 16);
  }

  ascii(code: number, at: number): void {
    if (code >= 65 && code <= 90) this.push(code + 32, at, at + 1);
    else if (code <= 32 || code === 127) this.push(SPACE, at, at + 1);
    else this.push(code === 96 ? 39 : code, at, at + 1);
  }

  push(unit: number, start: number, end: number): void {
    const last = this.length - 1;
    if ((unit === SPACE || unit === DASH) && last >= 0 && this.units[last] === unit) {
      this.ends[last] = end;
      return;
    }
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length++] = end;
  }

  folded(): Folded {
    let text = '';
    for (let i = 0; i < this.length; i += 8192)
      text += String.fromCharCode(...this.units.subarray(i, Math.min(i + 8192, this.length)));
    return { text, start: this.starts.subarray(0, this.length), end: this.ends.subarray(0, this.length) };
  }

  private grow(): void {
    const size = this.units.length * 2;
    const [units, starts, ends] = [new Uint16Array(size), new Uint32Array(size), new Uint32Array(size)];
    units.set(this.units);
    starts.set(this.starts);
    ends.set(this.ends);
    [this.units, this.starts, this.ends] = [units, starts, ends];
  }
}

/** The first folded unit that stands for something at or after `offset` in the source. */
export function foldedIndex(folded: Folded, offset: number): number {
  let [low, high] = [0, folded.start.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.end[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
