/** A word as an article writes it, and as the lexicons spell it. */
export interface KnownWord {
  /** The characters in the text. */
  readonly slice: string;
  /** With straight apostrophes and no full stop except in dotted capitals (`U.S.`). */
  readonly word: string;
  readonly lower: string;
}

/** Words longer than this are not kept: hostile text has megabytes of one. */
const LONGEST = 40;

/** Slots of the table, a power of two; it is emptied when half of them are taken. */
const SLOTS = 1 << 16;

/** `U.S` and `U.S.` are one word to the lexicons, whichever way the dot was tokenised. */
const DOTTED = /^\p{Lu}(?:\.\p{Lu})+\.?$/u;

/**
 * The words of all articles, each kept once, so that reading a token again makes no new string and look-ups in word lists meet strings whose
 * hash is known. Holds nothing that depends on an article.
 */
class WordTable {
  private readonly slots = new Array<KnownWord | undefined>(SLOTS).fill(undefined);
  private size = 0;

  /** The word at `[start, end)` of a text. */
  read(prose: string, start: number, end: number): KnownWord {
    const length = end - start;
    if (length > LONGEST) return known(prose.slice(start, end));
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ prose.charCodeAt(i), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (;;) {
      const entry = this.slots[slot];
      if (entry === undefined) break;
      if (entry.slice.length === length && isAt(prose, start, entry.slice)) return entry;
      slot = (slot + 1) & (SLOTS - 1);
    }
    return this.keep(slot, known(prose.slice(start, end)));
  }

  private keep(slot: number, entry: KnownWord): KnownWord {
    if (this.size >= SLOTS / 2) {
      this.slots.fill(undefined);
      this.size = 0;
    }
    this.slots[slot] = entry;
    this.size++;
    return entry;
  }
}

export const WORDS = new WordTable();

/** Whether a text goes on with some word; for short ones a loop is faster than the language's own way to ask. */
function isAt(prose: string, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (prose.charCodeAt(start + i) !== word.charCodeAt(i)) return false;
  return true;
}

/** From this length on an engine may keep a part of a string as a view of the whole, which would keep a whole article. */
const LENGTH_OF_VIEWS = 13;

function known(part: string): KnownWord {
  const slice = part.length < LENGTH_OF_VIEWS ? part : Array.from(part).join('');
  const word = lexiconForm(slice);
  return { slice, word, lower: word.toLowerCase() };
}

function lexiconForm(slice: string): string {
  const word = slice.includes('’') ? slice.replaceAll('’', "'") : slice;
  const last = word.charCodeAt(word.length - 1);
  if (last !== 46 && !word.includes('.')) return word;
  if (word.length < 12 && DOTTED.test(word)) return last === 46 ? word : `${word}.`;
  return last === 46 && word.length > 1 ? word.slice(0, -1) : word;
}
