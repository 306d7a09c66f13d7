import type { ArticleText } from '../../text';
import type { TokenRange } from './cue-window';
import type { TaggedStatement } from './statement-tagger';
import type { WordColumns } from './word-columns';

/** Who or what is cited as having said something, and not as a reason: the last word of the phrase, or a name. */
const CITED =
  /^(?:officials?|sources?|ministry|ministries|agency|agencies|police|prosecutors?|authorities|spokes\w+|reports?|documents?|records?|statements?|witness(?:es)?|relatives?|doctors?|data|figures|media|newspapers?|services?|office|department|court|army|military|government|company|people|police|governor|mayor|leaders?|aides?|experts?|researchers?|stud(?:y|ies)|survey|police)$/i;

/**
 * Reads "RIA Novosti, citing the ministry, reported that …" as two statements with one content: the agency reports it, and the
 * ministry is who said it.
 */
export function readCitations(
  text: ArticleText,
  columns: WordColumns,
  tagged: readonly TaggedStatement[],
): TaggedStatement[] {
  return tagged.map((s, i) => {
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
    return { cue: s.cue, source, content };
  });
}

function isCiting(text: ArticleText, cue: TokenRange): boolean {
  return cue.end - cue.first === 1 && /^citing$/i.test(word(text, cue.first));
}

function isSpeaker(text: ArticleText, range: TokenRange): boolean {
  for (let t = range.first; t < Math.min(range.end, range.first + 12); t++)
    if (CITED.test(word(text, t))) return true;
  return /^\p{Lu}/u.test(word(text, range.end - 1));
}

function word(text: ArticleText, t: number): string {
  return text.prose.slice(text.tokens.start[t] ?? 0, text.tokens.end[t] ?? 0);
}
