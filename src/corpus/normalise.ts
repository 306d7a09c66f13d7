import { canonicalWord } from './lexicon';

/** Letters of common Latin transliterations folded together; see {@link nameKey}. */
const VOWELS: Readonly<Record<string, string>> = { a: 'a', e: 'i', i: 'i', y: 'i', o: 'o', u: 'o' };

/** Letters that no decomposition takes apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  þ: 'th',
  ð: 'd',
};

/** Letters that folding only brings to lower case. */
const ONLY_LETTERS = /^[A-Za-z]+$/;

/** Lower case, no accents, straight apostrophes, no possessive and no dots of abbreviations ("U.S." is "us."). */
export function foldWord(word: string): string {
  if (ONLY_LETTERS.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øœæßłđþð]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/['’]s?$/u, '')
    .replace(/[.’']/gu, '');
}

/** British spellings brought to the American ones, on a folded word. */
function foldSpelling(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/is(e|ed|es|ing|ation)$/u, 'iz$1')
    .replace(/our(s|ed|ing|hood|able)?$/u, 'or$1')
    .replace(/(et|lit|ent|eat|ib)re(s?)$/u, '$1er$2')
    .replace(/efence(s?)$/u, 'efense$1')
    .replace(/(av|anc|od|ab|ign|u|ev)ell(ed|ing|er)$/u, '$1el$2');
}

/**
 * A light suffix stripper (after Porter's first step), on a folded word. Over-stemming joins things that differ, so only
 * inflections go.
 */
export function stem(word: string): string {
  let w = singular(foldSpelling(word));
  for (const ending of ['ing', 'ed'] as const) {
    const cut = w.slice(0, -ending.length);
    if (!w.endsWith(ending) || cut.length < 3 || !/[aeiouy]/u.test(cut)) continue;
    w = /([^aeiouls])\1$/u.test(cut) ? cut.slice(0, -1) : cut;
    break;
  }
  if (w.length > 5 && w.endsWith('ly')) w = w.slice(0, -2);
  return w.length > 4 && w.endsWith('e') ? w.slice(0, -1) : w;
}

function singular(w: string): string {
  if (w.length > 4 && w.endsWith('ies')) return w.slice(0, -3) + 'y';
  if (w.length > 4 && /(?:s|x|z|ch|sh)es$/u.test(w)) return w.slice(0, -2);
  return w.length > 3 && /[^su]s$/u.test(w) ? w.slice(0, -1) : w;
}

const memo = new Map<string, string>();
const MEMO_LIMIT = 50_000;

/** The term a word is compared by: its group of near-synonyms, else its stem. */
export function wordTerm(word: string): string {
  let term = memo.get(word);
  if (term === undefined) {
    if (memo.size >= MEMO_LIMIT) memo.clear();
    memo.set(word, (term = termOfFolded(foldWord(word))));
  }
  return term;
}

function termOfFolded(folded: string): string {
  const one = singular(folded);
  const stemmed = stem(folded);
  return (
    canonicalWord(folded) ??
    canonicalWord(one) ??
    canonicalWord(one + 'e') ??
    canonicalWord(stemmed) ??
    canonicalWord(stemmed + 'e') ??
    stemmed
  );
}

/**
 * A key under which spellings of one name meet ("Zelensky" and "Zelenskyy", "Khaled" and "Khalid"): runs of vowels become
 * one class, doubled letters one letter. A coarse phonetic key, so it only ever proposes.
 */
export function nameKey(word: string): string {
  const folded = foldWord(word);
  let out = '';
  let inVowels = false;
  for (const c of folded) {
    const vowel = VOWELS[c];
    if (vowel !== undefined) {
      if (!inVowels) out += vowel;
      inVowels = true;
    } else {
      inVowels = false;
      if (c !== '-' && !out.endsWith(c)) out += c;
    }
  }
  return out;
}

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
};

/** The term of a number as it is written: "#1500" for "1,500", "#5" for "five"; undefined where the word is no number. */
export function numberTerm(word: string): string | undefined {
  const spelled = NUMBER_WORDS[word.toLowerCase()];
  if (spelled !== undefined) return '#' + spelled;
  const m = /^\d[\d,]*(?:\.\d+)?/u.exec(word);
  return m === null ? undefined : '#' + m[0].replace(/,/gu, '');
}
