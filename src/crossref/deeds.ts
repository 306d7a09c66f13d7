import type { CorpusArticle } from '../corpus';
import { TokenKind } from '../text';
import type { Span } from '../text';
import type { ArticleProfile } from './article-profile';
import { wordAt } from './clause-acts';
import { once } from './once';
import type { SentenceProfile } from './sentence-profile';

/** What was done to somebody or something with a name: "signed cornerback Joe Miller", "Miller was signed". */
export interface Deed extends Span {
  readonly sentence: SentenceProfile;
  /** The terms of what was done, and of the last word of the name. */
  readonly key: string;
  /** Whether its form says that something was done; of other words only what others tell says that they are meant so. */
  readonly sure: boolean;
}

/** Forms that end in "-ed", and others that are no present tense of anything common. */
const DONE =
  /^(?:\p{Ll}{2,}ed|beaten|bought|brought|caught|chosen|driven|found|held|hurt|laid|left|overthrown|sent|shot|shown|slain|sold|stolen|struck|sworn|taken|thrown|withdrawn)$/u;
/** What is said of somebody is told as a statement; and these say nothing alone. */
const NO_DEED =
  /^(?:according|added|announced|asked|based|believed|called|cited|claimed|followed|hundred|included|indeed|linked|named|noted|passed|quoted|related|reported|said|stated|told|used)$/u;
const BE = /^(?:am|are|be|been|being|got|is|was|were)$/iu;
/** Words between a name and what was done to it: "Miller, who has since been …". */
const BETWEEN =
  /^(?:,|also|finally|formally|had|has|have|immediately|later|officially|quickly|recently|since|then|who)$/iu;
/** Behind these, something else than what it was done to. */
const ELSEWHERE =
  /^(?:about|after|against|and|as|at|because|before|between|but|by|during|for|from|he|i|if|in|into|it|of|off|on|or|out|over|she|since|than|that|they|through|to|under|up|we|when|where|which|while|who|with)$/iu;
/** Days and the like are written as names. */
const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|early|late|today|yesterday|tonight|this|last)$/iu;

/** What is denied, or only thought of, was not done. */
const NOT_DONE = /^(?:not|never|without|if|whether|unless|would|could|might|may|should|\p{L}+n['’]t)$/iu;
/** How many words before a deed deny it. */
const DENIED_FROM = 4;

/** How many words what was done and the name may be apart. */
const APART = 5;

/** What an article tells that was done to those it names. Linear in its words. */
export const deedsOf = once((profile: ArticleProfile): readonly Deed[] =>
  profile.sentences.flatMap((sentence) => {
    const { article } = profile;
    const { firstToken, endToken } = sentence.sentence;
    const deeds: Deed[] = [];
    for (let t = firstToken; t < endToken; t++) {
      const form = formOf(article, t);
      if (form === undefined) continue;
      const passive = form === 'done' ? nameBefore(article, t, firstToken) : undefined;
      const name = passive ?? nameBehind(article, t, endToken);
      if (name === undefined || (name === firstToken && !namesOf(article).has(termAt(article, name))))
        continue;
      const [first, last] = name < t ? [name, t] : [t, name];
      if (isDenied(article, Math.max(firstToken, first - DENIED_FROM), last)) continue;
      const { tokens } = article.text;
      deeds.push({
        sentence,
        key: `${termAt(article, t)} ${termAt(article, name)}`,
        start: tokens.start[first] ?? 0,
        end: tokens.end[last] ?? 0,
        sure: form === 'done',
      });
    }
    return deeds;
  }),
);

function termAt(article: CorpusArticle, token: number): number {
  return article.features.tokenTerms[token] ?? -1;
}

/** What is written as a name where any other word would have no capital: "Rain is expected" names nobody. */
const namesOf = once(({ text, features }: CorpusArticle): ReadonlySet<number> => {
  const first = new Set(text.sentences.map((sentence) => sentence.firstToken));
  const names = new Set<number>();
  features.tokenNames.forEach((name, token) => {
    if (name === 1 && !first.has(token)) names.add(features.tokenTerms[token] ?? -1);
  });
  return names;
});

function isDenied(article: CorpusArticle, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if (NOT_DONE.test(wordAt(article, token))) return true;
  return false;
}

function formOf(article: CorpusArticle, token: number): 'done' | 'other' | undefined {
  if (article.text.tokens.kind[token] !== TokenKind.Word) return undefined;
  if (termAt(article, token) < 0 || article.features.tokenNames[token] === 1) return undefined;
  const word = wordAt(article, token);
  if (NO_DEED.test(word)) return undefined;
  return DONE.test(word) ? 'done' : 'other';
}

function isName(article: CorpusArticle, token: number): boolean {
  return (
    article.text.tokens.kind[token] === TokenKind.Word &&
    article.features.tokenNames[token] === 1 &&
    termAt(article, token) >= 0 &&
    !TIME.test(wordAt(article, token))
  );
}

/** The name that something was done to where it stands before: "Miller was signed". */
function nameBefore(article: CorpusArticle, deed: number, first: number): number | undefined {
  let token = deed - 1;
  let passive = false;
  for (; token >= first && deed - token <= APART; token--) {
    const word = wordAt(article, token);
    if (BE.test(word)) passive = true;
    else if (!BETWEEN.test(word)) break;
  }
  return passive && token >= first && isName(article, token) ? token : undefined;
}

/** The last word of the name where it stands behind, and not before a word for whom or what is named: "seized a Saudi tanker". */
function nameBehind(article: CorpusArticle, deed: number, end: number): number | undefined {
  if (deed > 0 && BE.test(wordAt(article, deed - 1))) return undefined;
  const { kind } = article.text.tokens;
  let token = deed + 1;
  for (; token < end && token - deed < APART && !isName(article, token); token++) {
    if (kind[token] !== TokenKind.Word || isElsewhere(article, token)) return undefined;
  }
  if (token >= end || !isName(article, token)) return undefined;
  while (token + 1 < end && isName(article, token + 1)) token++;
  const behind = token + 1;
  const goesOn =
    behind < end &&
    kind[behind] === TokenKind.Word &&
    termAt(article, behind) >= 0 &&
    !isElsewhere(article, behind);
  return goesOn ? undefined : token;
}

function isElsewhere(article: CorpusArticle, token: number): boolean {
  const word = wordAt(article, token);
  return ELSEWHERE.test(word) || TIME.test(word);
}
