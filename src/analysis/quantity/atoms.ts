import { ENTRIES, UNKNOWN, hashStep, lookUp, type Entry } from './lexicon';

/** What an atom is. */
export const AtomKind = { Word: 0, Digits: 1, Symbol: 2 } as const;

/** What stands before an atom: nothing, white space, or a paragraph's end. */
export const Gap = { None: 0, Space: 1, Break: 2 } as const;

const CharClass = { Other: 0, Letter: 1, Digit: 2, Space: 3 } as const;

const ASCII = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122)) ASCII[c] = CharClass.Letter;
  else if (c >= 48 && c <= 57) ASCII[c] = CharClass.Digit;
  else if (c <= 32) ASCII[c] = CharClass.Space;
}

function classOf(code: number): number {
  if (code < 128) return ASCII[code] ?? 0;
  if (code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200b)) return CharClass.Space;
  if (code === 0xfeff || code === 0x3000 || code === 0x2028 || code === 0x2029) return CharClass.Space;
  if (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && code < 0x2000) return CharClass.Letter;
  if (code === 0xaa || code === 0xb5 || code === 0xba) return CharClass.Letter;
  return code >= 0x3041 && code < 0xfe00 && code !== 0x5143 ? CharClass.Letter : CharClass.Other;
}

/**
 * The prose cut finer than tokens: runs of letters (with inner apostrophes), runs of digits (with group and decimal marks)
 * and single symbols, as columns. `word` is the id in the lexicon, 0 for other words.
 */
export class Atoms {
  start: Uint32Array;
  end: Uint32Array;
  kind: Uint8Array;
  gap: Uint8Array;
  word: Uint16Array;
  count = 0;

  private constructor(readonly prose: string) {
    // Running text has an atom to every five characters; denser texts grow the columns.
    const room = (prose.length >> 2) + 64;
    this.start = new Uint32Array(room);
    this.end = new Uint32Array(room);
    this.kind = new Uint8Array(room);
    this.gap = new Uint8Array(room);
    this.word = new Uint16Array(room);
  }

  /** Cuts `prose` in one pass. */
  static of(prose: string): Atoms {
    const atoms = new Atoms(prose);
    let at = 0;
    while (at < prose.length) at = atoms.step(at);
    // One spare row lets rules look an atom past the end.
    atoms.start[atoms.count] = prose.length;
    atoms.end[atoms.count] = prose.length;
    atoms.kind[atoms.count] = AtomKind.Symbol;
    atoms.gap[atoms.count] = Gap.Break;
    return atoms;
  }

  private grow(): void {
    const room = 2 * this.start.length;
    const wider = <T extends Uint32Array | Uint16Array | Uint8Array>(to: T, from: T): T => (to.set(from), to);
    this.start = wider(new Uint32Array(room), this.start);
    this.end = wider(new Uint32Array(room), this.end);
    this.kind = wider(new Uint8Array(room), this.kind);
    this.gap = wider(new Uint8Array(room), this.gap);
    this.word = wider(new Uint16Array(room), this.word);
  }

  /** What the lexicon says of atom `i`; all zeros for digits, symbols, unknown words and out-of-range atoms. */
  entry(i: number): Entry {
    return ENTRIES[this.word[i] ?? 0] ?? UNKNOWN;
  }

  /** The word at `i` in lower case; '' for digits, symbols and out-of-range atoms. */
  lex(i: number): string {
    return this.entry(i).word || (this.isWord(i) ? this.text(i).toLowerCase() : '');
  }

  text(i: number): string {
    return this.prose.slice(this.start[i], this.end[i]);
  }

  isWord(i: number): boolean {
    return i >= 0 && i < this.count && this.kind[i] === AtomKind.Word;
  }

  isDigits(i: number): boolean {
    return i >= 0 && i < this.count && this.kind[i] === AtomKind.Digits;
  }

  /** The code unit of a symbol atom, or 0. */
  symbol(i: number): number {
    return i >= 0 && i < this.count && this.kind[i] === AtomKind.Symbol
      ? this.prose.charCodeAt(this.start[i] ?? 0)
      : 0;
  }

  is(i: number, symbol: string): boolean {
    return this.symbol(i) === symbol.charCodeAt(0);
  }

  /** Whether nothing stands between atoms `i - 1` and `i`. */
  glued(i: number): boolean {
    return this.gap[i] === Gap.None && i > 0;
  }

  /** Whether atom `i` is in the same paragraph as the one before it. */
  follows(i: number): boolean {
    return i > 0 && i < this.count && this.gap[i] !== Gap.Break;
  }

  isHyphen(i: number): boolean {
    const c = this.symbol(i);
    return c === 45 || c === 0x2010 || c === 0x2011;
  }

  isDash(i: number): boolean {
    const c = this.symbol(i);
    return c === 45 || (c >= 0x2010 && c <= 0x2015) || c === 0x2212;
  }

  /** Whether atom `i` starts with a capital letter. */
  capital(i: number): boolean {
    if (!this.isWord(i)) return false;
    const first = this.prose.charAt(this.start[i] ?? 0);
    const c = first.charCodeAt(0);
    return (c >= 65 && c <= 90) || (c > 127 && first !== first.toLowerCase());
  }

  length(i: number): number {
    return (this.end[i] ?? 0) - (this.start[i] ?? 0);
  }

  private step(from: number): number {
    const { prose } = this;
    let at = from;
    let breaks = 0;
    while (at < prose.length && classOf(prose.charCodeAt(at)) === CharClass.Space) {
      const c = prose.charCodeAt(at++);
      if (c === 10 || (c === 13 && prose.charCodeAt(at) !== 10) || c === 0x2029) breaks++;
    }
    if (at >= prose.length) return at;
    if (this.count + 2 >= this.start.length) this.grow();
    const i = this.count++;
    this.gap[i] = i === 0 || breaks > 1 ? Gap.Break : at > from ? Gap.Space : Gap.None;
    this.start[i] = at;
    const cls = classOf(prose.charCodeAt(at));
    const end =
      cls === CharClass.Letter
        ? this.readWord(i, at)
        : cls === CharClass.Digit
          ? this.readDigits(at)
          : at + 1;
    this.kind[i] =
      cls === CharClass.Letter ? AtomKind.Word : cls === CharClass.Digit ? AtomKind.Digits : AtomKind.Symbol;
    this.end[i] = end;
    return end;
  }

  private readWord(i: number, start: number): number {
    const { prose } = this;
    let hash = 0;
    let at = start;
    for (; at < prose.length; at++) {
      let c = prose.charCodeAt(at);
      if (c < 128 ? ASCII[c] === CharClass.Letter : classOf(c) === CharClass.Letter) {
        if (c >= 65 && c <= 90) c |= 32;
      } else if (
        (c === 39 || c === 0x2019) &&
        at > start &&
        classOf(prose.charCodeAt(at + 1)) === CharClass.Letter
      ) {
        c = 39;
      } else break;
      hash = hashStep(hash, c);
    }
    this.word[i] = lookUp(prose, start, at, hash);
    return at;
  }

  /** Digits with group marks (comma, no-break or thin space before three digits; Indian groups) and one decimal point. */
  private readDigits(start: number): number {
    const { prose } = this;
    let at = this.digitRun(start);
    if (at - start <= 3) {
      const grouped = this.indianGroups(at);
      if (grouped > at) at = grouped;
      else while (isGroupMark(prose.charCodeAt(at)) && this.digitRun(at + 1) === at + 4) at += 4;
    }
    if (prose.charCodeAt(at) === 46 && isDigit(prose.charCodeAt(at + 1))) {
      const end = this.digitRun(at + 1);
      // "24.01.2024" and "192.168.1.2" are no decimals; the caller sees the loose dots.
      if (!(prose.charCodeAt(end) === 46 && isDigit(prose.charCodeAt(end + 1)))) return end;
    }
    return at;
  }

  private digitRun(from: number): number {
    let at = from;
    while (isDigit(this.prose.charCodeAt(at))) at++;
    return at;
  }

  /** "12,34,567": groups of two, then one of three; `from` where there are none. */
  private indianGroups(from: number): number {
    let at = from;
    for (let groups = 0; groups < 5; groups++) {
      if (this.prose.charCodeAt(at) !== 44) return from;
      const run = this.digitRun(at + 1) - at - 1;
      if (run === 3 && groups > 0) return at + 4;
      if (run !== 2) return from;
      at += 3;
    }
    return from;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isGroupMark(code: number): boolean {
  return code === 44 || code === 0xa0 || code === 0x2009 || code === 0x202f || code === 0x2007;
}
