/** Rewrites that take spellings of one sound to one letter: transliterations differ in these and in little else. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/([aeiou])h$/, '$1'],
  [/qu|qv|kw/g, 'kv'],
  [/sch|sh|tch|tsch|zh/g, 's'],
  [/kh|ch|gh|h/g, 'h'],
  [/ph/g, 'f'],
  [/ck|q|c/g, 'k'],
  [/ou|oo/g, 'u'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/[yj]/g, 'i'],
  [/z/g, 's'],
  [/ie|ei|ii/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/** Letters that decomposition leaves as they are. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Names repeat within an article and across a folder; what was read once is kept, up to a bound. */
export class Memo<T> {
  private readonly known = new Map<string, T>();

  constructor(private readonly read: (key: string) => T) {}

  get(key: string): T {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const value = this.read(key);
    if (this.known.size >= CACHE_LIMIT) this.known.clear();
    this.known.set(key, value);
    return value;
  }
}

const CACHE_LIMIT = 20_000;

/** A word in small letters without accents, hyphens, apostrophes and dots: `Ban Ki-moon`'s `Ki-moon` is `kimoon`. */
export function plainFold(word: string): string {
  if (/^[A-Za-z]*$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, (c) => LETTERS[c] ?? (/\p{L}/u.test(c) ? c : ''));
}

/**
 * The key under which spellings of one name fall together: `Zelensky` and `Zelenskyy`, `Parakhin` and `Parachin`, `Sergei` and
 * `Sergey`. Different names can share a key as well, so it blocks and never decides alone.
 */
export function soundFold(word: string): string {
  return soundFolds.get(word);
}

const soundFolds = new Memo((word) => {
  let folded = plainFold(word);
  if (/^[a-z0-9]*$/.test(folded)) for (const [from, to] of SOUNDS) folded = folded.replace(from, to);
  return folded;
});

/** Spelling differences that are the same name nearly always: accents, doubled letters, `y`/`i`/`j`, `ph`/`f`, `kh`/`h`. */
export function lightFold(word: string): string {
  return plainFold(word)
    .replace(/[yj]/g, 'i')
    .replace(/ph/g, 'f')
    .replace(/kh/g, 'h')
    .replace(/(.)\1+/g, '$1')
    .replace(/ie|ei/g, 'i');
}

/** Letters that romanisations and ears exchange. */
const CONFUSABLE = /^(?:bv|vb|dt|td|gk|kg|fv|vf|gi|ig|hk|kh|hg|gh|mn|nm)$/;

/** Whether two folded words of one length differ in one exchangeable letter only ("Alvandi", "Albandi"). */
export function nearlySameSound(a: string, b: string): boolean {
  const [x, y] = [soundFold(a), soundFold(b)];
  if (x.length !== y.length || x.length < 5) return false;
  let differing = '';
  for (let i = 0; i < x.length; i++) if (x.charAt(i) !== y.charAt(i)) differing += x.charAt(i) + y.charAt(i);
  return CONFUSABLE.test(differing);
}

/** A key shared by all spellings that {@link soundFold}, {@link skeleton} and {@link nearlySameSound} hold to be one. */
export function blockKey(word: string): string {
  return skeleton(word).replace(/[vf]/g, 'b').replace(/t/g, 'd').replace(/[gh]/g, 'k').replace(/m/g, 'n');
}

/** The sound fold without its vowels but for the first letter, for names romanised from scripts that write few vowels. */
export function skeleton(word: string): string {
  const folded = soundFold(word);
  return folded.slice(0, 1) + folded.slice(1).replace(/[aeiou]/g, '');
}

/** British and American spellings of the words that names of bodies are made of, brought to one. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(def|off|lic)ense$/, '$1ence'],
  [/^cent(?:er|re)(s?)$/, 'centre$1'],
  [/^theat(?:er|re)(s?)$/, 'theatre$1'],
  [/is(ation|ations|e|ed|es|ing)$/, 'iz$1'],
  [/yse$/, 'yze'],
  [/^(lab|harb|neighb|hon|col)our/, '$1or'],
  [/^program(?:me)?(s?)$/, 'program$1'],
];

/** A word of a body's name, folded for comparison: hyphens, accents and British or American spelling do not count. */
export function bodyWord(word: string): string {
  return bodyWords.get(word);
}

const bodyWords = new Memo((word) => {
  let folded = plainFold(word);
  for (const [from, to] of SPELLINGS) folded = folded.replace(from, to);
  return folded;
});
