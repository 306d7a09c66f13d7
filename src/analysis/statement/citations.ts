import type { ArticleText } from '../../text';
import type { TokenRange } from './cue-window';
import type { TaggedStatement } from './statement-tagger';
import type { WordColumns } from './word-columns';

/** Who or what is cited as having said something, and not as a reason: the last word of the phrase, or a name. */
const CITED =
  /^(?:officials?|sources?|ministry|ministries|agency|agencies|police|prosecutors?|authorities|spokes\w+|reports?|documents?|records?|statements?|witness(?:es)?|relatives?|doctors?|data|figures|media|newspapers?|services?|office|department|court|army|military|government|company|people|police|governor|mayor|leaders?|aides?|experts?|researchers?|stud(?:y|ies)|survey|police)$/i;

/**
 * Cuts "citing the ministry," out of the content of the statement that it stands in: "reported, citing the ministry, that …".
 */
export function cutCitations(
  text: ArticleText,
  tagged: readonly TaggedStatement[],
): readonly TaggedStatement[] {
  const out = [...tagged];
  tagged.forEach((c, i) => {
    if (!isCiting(text, c.cue)) return;
    const cited = c.content.find((range) => range.first === c.cue.end);
    const end = cited?.end ?? c.cue.end;
    const said = cited === undefined ? null : beginOfThat(text, cited);
    for (let k = Math.max(0, i - NEIGHBOURS); k <= Math.min(out.length - 1, i + NEIGHBOURS); k++) {
      const s = out[k];
      if (s === undefined || k === i) continue;
      const content = s.content.flatMap((range) =>
        said !== null && (range.first === c.cue.end || range.first === said) && range.end > said
          ? [{ first: said, end: range.end }]
          : without(range, c.cue.first, end),
      );
      if (said !== null && content.some((range) => range.first === said))
        out[i] = { ...c, content: [{ first: c.cue.end, end: said - 1 }] };
      out[k] = { ...s, content };
    }
  });
  return out;
}

/** Where ", that …" begins inside a range, behind its comma; null for nowhere. */
function beginOfThat(text: ArticleText, { first, end }: TokenRange): number | null {
  for (let t = first + 1; t < end - 1; t++)
    if (word(text, t) === ',' && word(text, t + 1) === 'that') return t + 1;
  return null;
}

/** How many neighbours on each side a citation can stand in. */
const NEIGHBOURS = 6;

/** What is left of a range outside `[first, end)`, where it holds that start. */
function without(range: TokenRange, first: number, end: number): TokenRange[] {
  if (first < range.first || first >= range.end) return [range];
  return [
    { first: range.first, end: first },
    { first: end, end: range.end },
  ].filter((r) => r.end - r.first > 1);
}

/**
 * Reads "RIA Novosti, citing the ministry, reported that …" as two statements with one content: the agency reports it, and the
 * ministry is who said it.
 */
export function readCitations(
  text: ArticleText,
  columns: WordColumns,
  tagged: readonly TaggedStatement[],
): TaggedStatement[] {
  const reporters = new Map<TaggedStatement, TokenRange>();
  const cues = new Set(tagged.map((s) => s.cue.first));
  const read = tagged
    .flatMap((s) => splitCitation(text, s, cues))
    .map((s, i, tagged) => {
      if (!isCiting(text, s.cue)) return s;
      const cited = s.content.find((c) => c.first === s.cue.end);
      const outer = [tagged[i + 1], tagged[i - 1]].find(
        (o) => o !== undefined && columns.sentence[o.cue.first] === columns.sentence[s.cue.first],
      );
      const content = outer?.content.filter(
        (c) => cited === undefined || c.end <= cited.first || c.first >= cited.end,
      );
      const source = cited ?? s.source;
      if (!content?.length || source === null || !isSpeaker(text, source)) return s;
      if (outer?.source === null && s.source !== null && s.source !== source) reporters.set(outer, s.source);
      return { cue: s.cue, source, content };
    });
  return read.map((s) => ({
    cue: s.cue,
    source: s.source ?? reporters.get(s) ?? null,
    content: s.content,
  }));
}

const REPORTED = /^(?:reported|reports|said|says|wrote|writes|announced|added)$/i;

/**
 * "The Herald reported, citing two officials, that …", read by the tagger as one statement of the Herald's with "citing" for its cue: the verb
 * before the comma is a cue too, and the content is divided at its "that".
 */
function splitCitation(text: ArticleText, s: TaggedStatement, cues: ReadonlySet<number>): TaggedStatement[] {
  const verb = s.cue.first - 2;
  const [only] = s.content;
  if (!isCiting(text, s.cue) || s.source?.end !== verb || s.content.length !== 1 || only === undefined)
    return [s];
  if (word(text, verb + 1) !== ',' || !REPORTED.test(word(text, verb)) || only.first !== s.cue.end)
    return [s];
  const said = beginOfThat(text, only);
  if (said === null) return [s];
  const content = [{ first: said, end: only.end }];
  const verbs = cues.has(verb) ? [] : [{ cue: { first: verb, end: verb + 1 }, source: s.source, content }];
  return [...verbs, { cue: s.cue, source: s.source, content: [{ first: only.first, end: said - 1 }] }];
}

function isCiting(text: ArticleText, cue: TokenRange): boolean {
  return cue.end - cue.first === 1 && /^(?:citing|quoting)$/i.test(word(text, cue.first));
}

function isSpeaker(text: ArticleText, range: TokenRange): boolean {
  for (let t = range.first; t < Math.min(range.end, range.first + 12); t++)
    if (CITED.test(word(text, t))) return true;
  return /^\p{Lu}/u.test(word(text, range.end - 1));
}

function word(text: ArticleText, t: number): string {
  return text.prose.slice(text.tokens.start[t] ?? 0, text.tokens.end[t] ?? 0);
}
