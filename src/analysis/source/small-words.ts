import type { ArticleWords } from './article-words';
import type { NameCandidate } from './candidate';

const SMALL_A = 97;
/** Slots of the first look at a word: by its first and last letter and its length. */
const SLOTS = 1 << 14;

/**
 * Whether the article writes the words of its names with a small letter elsewhere: "Strong" is hardly a name where "strong" stands. Read only
 * when a doubtful name asks.
 */
export class SmallWords {
  private seen: Set<string> | null = null;

  constructor(
    private readonly words: ArticleWords,
    private readonly candidates: readonly NameCandidate[],
  ) {}

  has(word: string): boolean {
    this.seen ??= this.read();
    return this.seen.has(word);
  }

  /** The article's small words that may be one of a name's; most words are told not to be by their letters and length. */
  private read(): Set<string> {
    const { words } = this;
    const { prose } = words.text;
    const asked = this.asked();
    const seen = new Set<string>();
    for (let i = 0; i < words.count; i++) {
      const [start, end] = [words.start(i), words.end(i)];
      const first = prose.charCodeAt(start);
      // Most tokens that are not looked at begin with a capital, a digit or a mark.
      if (first < SMALL_A || asked[slotOf(first, prose.charCodeAt(end - 1), end - start)] !== 1) continue;
      if (words.isWord(i) && !words.isCapital(i)) seen.add(words.word(i));
    }
    return seen;
  }

  private asked(): Uint8Array {
    const slots = new Uint8Array(SLOTS);
    for (const name of new Set(this.candidates.map((c) => c.name))) {
      const lower = name.toLowerCase();
      for (const word of lower === name ? [name] : [lower, ...lower.split(' ')])
        slots[slotOf(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length)] = 1;
    }
    return slots;
  }
}

function slotOf(first: number, last: number, length: number): number {
  return (first & 31) | ((last & 31) << 5) | ((length & 15) << 10);
}
