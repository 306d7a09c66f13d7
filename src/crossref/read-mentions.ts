import type { Quantity } from '../analysis';
import type { CorpusArticle } from '../corpus';
import { TokenKind, firstTokenFrom } from '../text';
import type { Span } from '../text';
import type { Measure } from './measure';
import type { KnownTerms, Mention } from './mention';
import type { SentenceProfile } from './sentence-profile';
import { endsClause } from './sentence-profile';

/** How many tokens to each side of a number are looked at. */
const WINDOW = 14;
/** How many tokens to each side an act is looked for. */
const ACT_REACH = 7;
/** The same for what is no count: a time or a distance belongs to a whole clause. */
const CLAUSE_REACH = 12;
const PARTIAL_BEFORE = /\b(?:another|other|additional|further|remaining|extra)\s+(?:\S+\s+)?$/iu;
const PARTIAL_AFTER =
  /^\S*\s*(?:more|others?|additional|further|of (?:the|them|those|these|whom|which|his|her|their|its))\b/iu;

/** Reads the mention of one quantity. */
export function readMention(
  article: CorpusArticle,
  quantity: Quantity,
  sentence: SentenceProfile,
  measure: Measure | undefined,
  known: KnownTerms,
): Mention {
  const { tokens, prose } = article.text;
  const { tokenTerms, tokenNames } = article.features;
  const first = firstTokenFrom(article.text, quantity.start);
  const end = Math.max(first + 1, firstTokenFrom(article.text, quantity.end));
  const thingTerms = quantity.thingSpan === null ? [] : termsIn(article, quantity.thingSpan);
  const fates = thingTerms.filter((t) => known.fates.has(t));
  const thing = thingTerms.filter((t) => !known.fates.has(t));
  const near = new Map<number, number>();
  const from = Math.max(sentence.sentence.firstToken, first - WINDOW);
  const to = Math.min(sentence.sentence.endToken, end + WINDOW);
  const scope = new Set<number>();
  for (let t = from; t < to; t++) {
    const term = tokenTerms[t] ?? -1;
    if (term < 0 || (t >= first && t < end)) continue;
    const distance = t < first ? first - t : t - end + 1;
    near.set(term, Math.max(near.get(term) ?? 0, 1 / (1 + distance / 4)));
    if (tokenNames[t] === 1 && !isSpeaker(article, tokens.start[t] ?? 0)) scope.add(term);
  }
  const afterThing =
    quantity.thingSpan !== null && quantity.thingSpan.start >= quantity.start
      ? firstTokenFrom(article.text, quantity.thingSpan.end)
      : end;
  const acts = [
    ...fates,
    ...actsLeft(article, first, sentence, known, quantity.kind === 'count'),
    ...actsRight(article, afterThing, sentence),
  ];
  const fateInClause = acts.find((t) => known.fates.has(t));
  const told = sentence.terms.filter((t) => known.fates.has(t));
  const fate = fateInClause ?? (told.length === 1 && quantity.kind === 'count' ? told[0] : undefined);
  const before = prose.slice(sentence.sentence.start, quantity.start).slice(-30);
  const after = prose.slice(quantity.end, quantity.end + 40);
  const head = thing[thing.length - 1];
  return {
    start: quantity.start,
    end: quantity.end,
    article,
    quantity,
    sentence,
    measure,
    thing,
    people:
      (head !== undefined && known.people.has(head)) ||
      (thing.length === 0 && quantity.kind === 'count' && acts.slice(0, 2).some((t) => known.fates.has(t))),
    acts: [...new Set(acts)],
    fate,
    fateNear: fateInClause !== undefined,
    near,
    partial: PARTIAL_BEFORE.test(before) || PARTIAL_AFTER.test(after),
    scope: [...scope],
  };

  function actsRight(of: CorpusArticle, start: number, s: SentenceProfile): number[] {
    const found: number[] = [];
    const [reach, most] = quantity.kind === 'count' ? [ACT_REACH, 2] : [CLAUSE_REACH, 4];
    for (let t = start; t < Math.min(s.sentence.endToken, start + reach) && found.length < most; t++) {
      if (endsClause(of, t) || isConjunction(prose, tokens.start[t] ?? 0, tokens.end[t] ?? 0)) break;
      const term = tokenTerms[t] ?? -1;
      if (term >= 0 && tokens.kind[t] === TokenKind.Word && tokenNames[t] === 0) found.push(term);
    }
    return found;
  }
}

function actsLeft(
  article: CorpusArticle,
  first: number,
  s: SentenceProfile,
  known: KnownTerms,
  count: boolean,
): number[] {
  const [reach, most] = count ? [ACT_REACH, 2] : [CLAUSE_REACH, 4];
  const { tokens } = article.text;
  const { tokenTerms, tokenNames } = article.features;
  const found: number[] = [];
  for (let t = first - 1; t >= Math.max(s.sentence.firstToken, first - reach) && found.length < most; t--) {
    const start = tokens.start[t] ?? 0;
    if (endsClause(article, t) || isConjunction(article.text.prose, start, tokens.end[t] ?? 0)) break;
    const term = tokenTerms[t] ?? -1;
    if (term < 0 || tokens.kind[t] !== TokenKind.Word || tokenNames[t] === 1) continue;
    if (known.people.has(term) && found.length === 0) break;
    found.push(term);
  }
  return found;
}

function isConjunction(prose: string, start: number, end: number): boolean {
  return /^(?:and|or|but|while|as)$/u.test(prose.slice(start, end));
}

/** Whether a name belongs to someone who speaks or acts rather than to where the number holds. */
function isSpeaker(article: CorpusArticle, offset: number): boolean {
  return article.analysis.sources.some(
    (s) => s.type !== 'place' && s.mentions.some((m) => m.start <= offset && offset < m.end),
  );
}

/** Terms of the tokens inside a span, in order. */
export function termsIn(article: CorpusArticle, span: Span): number[] {
  const found: number[] = [];
  const { tokens } = article.text;
  for (
    let t = firstTokenFrom(article.text, span.start);
    t < tokens.count && (tokens.start[t] ?? 0) < span.end;
    t++
  ) {
    const term = article.features.tokenTerms[t] ?? -1;
    if (term >= 0) found.push(term);
  }
  return found;
}
