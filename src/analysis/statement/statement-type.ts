import type { ArticleText } from '../../text';
import { TokenKind } from '../../text';
import type { StatementType } from '../model';
import type { TokenRange } from './cue-window';

/** Verbs of speaking and finding out that a negation in front turns into "nothing was said". */
const SAYING =
  'say|said|comment\\w*|confirm\\w*|specif\\w*|elaborat\\w*|provid\\w*|disclos\\w*|identif\\w*|verif\\w*|respon\\w*|repl\\w*|answer\\w*|return\\w*|detail\\w*|reveal\\w*|offer\\w*|explain\\w*|discuss\\w*|mention\\w*|release\\w*|give\\w*|know\\w*|determine\\w*|clear|certain|immediately|publicly|be reached|reachable|available';

/** "could not confirm", "was not immediately clear", "didn't specify", "has never explained"; up to two adverbs between. */
const NEGATED = new RegExp(`(?:\\bnot|n't|\\bcannot|\\bnever) (?:\\w+ ){0,2}?(?:${SAYING})\\b`);

/** "declined to comment", "refused to say", "was unable to confirm". */
const DECLINED = new RegExp(
  `\\b(?:declin\\w*|refus\\w*|unable|fail\\w*|unwilling|reluctant)(?: to)? (?:\\w+ ){0,2}?(?:${SAYING})\\b|\\brefus\\w* to be (?:drawn|named|identified|quoted|interviewed)|\\b(?:unclear|unknown|unanswered|unreturned)\\b|\\b(?:g[ai]ve|provide|offer|release)[sd]? no\\b`,
);

/** "neither confirmed nor denied". */
const NEITHER = new RegExp(`\\bneither (?:${SAYING}) nor\\b`);

/** "Neither side confirmed", "no one would say". */
const NOBODY = new RegExp(`^(?:neither|no one|nobody|none)\\b.{0,40} (?:${SAYING})(?:ed|d)?\\b`);

/** "There was no comment from …". */
const NO_COMMENT =
  /^(?:was|were|is|been) no (?:\w+ )?(?:comment|word|response|reply|confirmation|reaction|statement)/;

/** "did not deny", "could not say no": a denial of a denial claims something. */
const DENIAL = /\bden(?:y|ied|ies)\b/;

/** How many words of a content, and before it, are read with the cue: "declined" + "to comment". */
const READ_ON = 3;

/**
 * How a statement gives its content: direct where every word of it is quoted, mixed where some are, nonclaim where the cue says
 * that nothing was said or is known.
 * @param quoted 1 for each token of the article that stands between quotation marks
 */
export function statementType(
  text: ArticleText,
  quoted: ArrayLike<number>,
  cue: TokenRange,
  content: readonly TokenRange[],
  source: TokenRange | null = null,
): StatementType {
  const words = cueWords(text, cue, content);
  if (NEITHER.test(words) || (source !== null && NOBODY.test(`${wordsOf(text, source)} ${words}`)))
    return 'nonclaim';
  if (NO_COMMENT.test(words) || ((NEGATED.test(words) || DECLINED.test(words)) && !DENIAL.test(words)))
    return 'nonclaim';
  let inside = 0;
  let outside = 0;
  for (const { first, end } of content) {
    for (let t = first; t < end; t++) {
      const kind = text.tokens.kind[t];
      if (kind !== TokenKind.Word && kind !== TokenKind.Number) continue;
      if (quoted[t] === 1) inside++;
      else outside++;
    }
  }
  if (inside === 0) return content.some((c) => endsQuoted(text, c)) ? 'direct' : 'indirect';
  return outside === 0 && !isFragment(text, cue, content) ? 'direct' : 'mixed';
}

/** Whether a content ends with a closing mark that nothing opened: its opening mark was forgotten. */
function endsQuoted({ tokens, prose }: ArticleText, { end }: TokenRange): boolean {
  for (let t = end - 1; t <= end + 1; t++)
    if (tokens.kind[t] === TokenKind.Quote)
      return /[”’»“"]/.test(prose.charAt(tokens.start[t] ?? 0)) && isGap(prose.charAt(tokens.end[t] ?? 0));
  return false;
}

/** Whether no word begins there: a mark in front of it closes. */
function isGap(char: string): boolean {
  return !/[\p{L}\p{N}]/u.test(char);
}

/** Verbs and prepositions that make a quotation behind them a part of the reporter's sentence: "spoke of “a dark day”". */
const TAKES_FRAGMENT = /(?:^| )(?:of|as|about|for|against|to|with|called|calls|call|calling)$/;

/** Whether a content is a part of a sentence, quoted behind "spoke of" or "called it". */
function isFragment(text: ArticleText, cue: TokenRange, content: readonly TokenRange[]): boolean {
  const [first] = content;
  if (first === undefined || content.length > 1 || first.first !== cue.end) return false;
  const { tokens, prose } = text;
  if (!/^\p{Ll}/u.test(prose.charAt(tokens.start[first.first + 1] ?? 0))) return false;
  const words = prose.slice(tokens.start[cue.first] ?? 0, tokens.end[cue.end - 1] ?? 0);
  return TAKES_FRAGMENT.test(words.toLowerCase());
}

function wordsOf({ tokens, prose }: ArticleText, { first, end }: TokenRange): string {
  return prose.slice(tokens.start[first] ?? 0, tokens.end[end - 1] ?? 0).toLowerCase();
}

/** The cue in lower case with straight apostrophes, read on into a content that follows it. */
function cueWords(text: ArticleText, cue: TokenRange, content: readonly TokenRange[]): string {
  const next = content.find((c) => c.first >= cue.end && c.first - cue.end <= READ_ON);
  const last = Math.min(text.tokens.count, next ? next.first + READ_ON : cue.end) - 1;
  return text.prose
    .slice(text.tokens.start[cue.first] ?? 0, text.tokens.end[last] ?? 0)
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ');
}
