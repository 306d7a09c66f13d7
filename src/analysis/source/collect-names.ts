import type { ArticleWords } from './article-words';
import type { NameCandidate } from './candidate';
import { readContext, smallBodyEnd } from './name-context';
import { parseRun, smallBodyCandidate } from './name-parse';
import { scanNameRuns, type NameRun } from './name-scan';
import { countryOf, COUNTRY_OF_ADJECTIVE } from './lexicon/places';

/** The names of an article in order, and the runs of headings, where capitals tell nothing, for a second look. */
export interface CollectedNames {
  readonly candidates: readonly NameCandidate[];
  readonly headings: readonly NameRun[];
}

/** Finds what looks like a name anywhere in the article. Linear in the length of the text. */
export function collectNames(words: ArticleWords): CollectedNames {
  const candidates: NameCandidate[] = [];
  const headings: NameRun[] = [];
  let covered = 0;
  for (const run of scanNameRuns(words)) {
    if (run.first < covered) continue;
    if (run.titleCase) {
      headings.push(run);
      continue;
    }
    const found = parseRun(words, run);
    const last = found.at(-1);
    const body = last ? withSmallBody(words, run, last) : null;
    if (body) {
      found[found.length - 1] = body;
      covered = body.end;
    }
    for (const c of found) {
      readContext(words, c);
      candidates.push(c);
    }
  }
  silenceTitles(candidates);
  inheritCountries(words, candidates);
  return { candidates, headings };
}

/** A country or its adjective that ends its run may begin a body in small letters. */
function withSmallBody(words: ArticleWords, run: NameRun, last: NameCandidate): NameCandidate | null {
  if (last.end !== run.end || (last.kind !== 'country' && last.kind !== 'thing')) return null;
  const country = countryOf(last.name);
  const possessed = words.isPossessive(last.end);
  if (country === null || (!possessed && !COUNTRY_OF_ADJECTIVE.has(last.name) && last.name.length > 4))
    return null;
  const end = smallBodyEnd(words, last.end);
  const titleOnly = end > 0 && words.isCapital(end) && words.joined(end - 1);
  return end > 0 && !titleOnly ? smallBodyCandidate(words, run, last.first, end, country) : null;
}

/** "according to Norvik police Lt. Moss": the town in the title is not who speaks. */
function silenceTitles(candidates: readonly NameCandidate[]): void {
  for (let i = 1; i < candidates.length; i++) {
    const [before, c] = [candidates[i - 1], candidates[i]];
    if (before && c && c.titleFirst < c.first && c.titleFirst <= before.first) before.speaks = false;
  }
}

/** "Ukraine's Coordination Headquarters": the possessor's country is the body's. */
function inheritCountries(words: ArticleWords, candidates: readonly NameCandidate[]): void {
  for (let i = 1; i < candidates.length; i++) {
    const [before, c] = [candidates[i - 1], candidates[i]];
    if (!before || c?.kind !== 'organization') continue;
    const possessed = words.isPossessive(before.end) && before.end + 1 === c.first;
    if (possessed || before.end === c.first) c.country ??= countryOf(before.name);
  }
}
