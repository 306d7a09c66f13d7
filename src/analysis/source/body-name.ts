import { BODY_FORMS } from './lexicon/bodies';
import { countryOf } from './lexicon/places';
import { bodyWord } from './fold';

/** What identifies a body: its words without order and spelling, and its country where the name says it. */
export interface BodyKey {
  readonly words: string;
  readonly country: string | null;
  /** Whether the words alone name one body anywhere (a listed one), whatever country is said. */
  readonly listed: boolean;
}

const FUNCTION_WORD = /^(?:the|of|for|and|on|in|&|s|to)$/;
const COMPANY_ENDING = /^(?:inc|corp|corporation|ltd|limited|llc|plc|co|company|ag|sa|gmbh|spa|nv)$/;

/** Reads a body's name: "Ukraine's ministry of defence" and "Ukrainian Defense Ministry" have one key. */
export function bodyKey(name: string, country: string | null): BodyKey {
  const listed = BODY_FORMS.get(name) ?? BODY_FORMS.get(name.replace(/^[Tt]he /, ''));
  if (listed !== undefined && !GENERIC.has(listed) && !(listed === 'Congress' && country !== null))
    return { words: `=${listed}`, country: null, listed: true };
  const parts = name.replace(/'s?(?= |$)/g, '').split(/\s+/);
  const kept: string[] = [];
  let own = country;
  for (let i = 0; i < parts.length; i++) {
    const pair = countryOf(`${parts[i] ?? ''} ${parts[i + 1] ?? ''}`);
    const said = pair ?? countryOf(parts[i] ?? '');
    if (said !== null) {
      own = country ?? said;
      if (pair !== null) i++;
      continue;
    }
    const word = bodyWord(parts[i] ?? '');
    if (word === '' || FUNCTION_WORD.test(word)) continue;
    if (kept.length > 0 && COMPANY_ENDING.test(word)) continue;
    kept.push(word);
  }
  return { words: kept.length > 0 ? kept.sort().join(' ') : bodyWord(name), country: own, listed: false };
}

/** Listed names that every country has one of. */
const GENERIC = new Set(['Parliament', 'Senate', 'Supreme Court', 'House of Representatives']);

/** The capitals of a body's words, for finding the acronym that stands for it: "Nordic Contact Group" is NCG. */
export function initials(name: string): string {
  let letters = '';
  for (const part of name.split(/[\s-]+/))
    if (!FUNCTION_WORD.test(part.toLowerCase())) letters += part.charAt(0);
  return letters.toUpperCase();
}
