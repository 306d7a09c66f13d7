/** Plurals that no ending gives. */
const IRREGULAR: Readonly<Record<string, string>> = {
  foot: 'feet',
  inch: 'inches',
  century: 'centuries',
  millennium: 'millennia',
  penny: 'pence',
  stone: 'stone',
  horsepower: 'horsepower',
  hertz: 'hertz',
};

/**
 * A unit as it follows its number: "kilometres", "miles per hour", "degrees Celsius", "foot" after 1. Codes of currencies and zones stay as they
 * are, and a quake's magnitude has no unit to show.
 * @param one whether the number is exactly one
 */
export function unitWords(unit: string, one: boolean): string {
  if (unit === 'magnitude') return '';
  if (one || !/^\p{Ll}/u.test(unit)) return unit;
  const [counted = '', ...per] = unit.split(/ (?=per )/);
  const words = counted.split(' ');
  const at = words[0] === 'degree' ? 0 : words.length - 1;
  words[at] = plural(words[at] ?? '');
  return [words.join(' '), ...per].join(' ');
}

function plural(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  return /(?:s|z)$/.test(word) ? word : `${word}s`;
}
