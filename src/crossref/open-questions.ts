import type { Span } from '../text';
import type { ArticleProfile } from './article-profile';
import { groupLetters } from './group-letters';
import { CERTAIN } from './model';
import type { Fact, FactMention, Message } from './model';
import { once } from './once';
import { ownLabel } from './own-label';
import type { SentenceProfile } from './sentence-profile';
import { byPlace, textMention } from './text-mention';

/** A thing that one report leaves open and another tells. */
interface Topic {
  readonly id: string;
  readonly label: Message;
  readonly openLabel: Message;
  /** In a sentence that has an {@link OPEN} phrase: what is not known. */
  readonly question: RegExp;
  /** Words that answer it; the first capture group that matched, or else all of it, decides. */
  readonly answer: RegExp;
  /** Values of answers that agree whatever their words. */
  readonly value: (words: string) => string;
  readonly confidence: number;
}

/** Words by which a report says that something is not known. */
const OPEN =
  /\b(?:(?:not|\p{L}+n['’]t|never) (?:yet |immediately |yet immediately )?(?:known?|clear|certain|sure|established|determined)|unclear|unknown|no (?:immediate |official )?(?:word|information|details|indication))\b/iu;

/** Every {@link OPEN} phrase holds one of these; they are found much faster. */
const MAY_BE_OPEN = /not|n['’]t|never|unclear|unknown|\bno\b/iu;

function openPhrase(prose: string): RegExpExecArray | null {
  return MAY_BE_OPEN.test(prose) ? OPEN.exec(prose) : null;
}

const TOPICS: readonly Topic[] = [
  {
    id: 'survivors',
    label: { message: 'whether anyone survived', args: [] },
    openLabel: { message: 'whether anyone survived is not known', args: [] },
    question: /\b(?:survivors?|survived?|alive)\b/iu,
    answer:
      /\b(all (?:\S+ ){0,3}?(?:aboard|on board|(?:passengers|crew|occupants)(?: and crew)?)(?: \S+){0,4}? (?:were killed|was killed|killed|died|dead|perished)|no survivors|(?:no one|nobody|none) (?:\S+ ){0,3}?survived)\b/iu,
    value: () => 'none survived',
    confidence: 0.75,
  },
  {
    id: 'cause',
    label: { message: 'what caused it', args: [] },
    openLabel: { message: 'what caused it is not known', args: [] },
    question:
      /\bwhat (?:had |has |precisely |exactly )*(?:caused|started|triggered|led to)\b|\b(?:(?:the |its |an? )?(?:official |exact |precise )?causes? (?:of (?!death)|was |were |is |are |remain)|how (?:the |it |they )[^,.;:]{1,40}(?:damaged|cut|started|broken?|happened)\b)/iu,
    answer:
      /\b(?:was|were|been|being) ((?:shot|brought|blown) down|downed|hit by|struck by|(?:caused|started|triggered|sparked) by)\b/iu,
    value: (words) => (/\bdown/iu.test(words) ? 'brought down' : words.toLowerCase()),
    confidence: 0.55,
  },
];

interface Reply {
  readonly profile: ArticleProfile;
  readonly sentence: SentenceProfile;
  readonly span: Span;
  readonly value: string | null;
}

/**
 * Facts where one article of a story says that something is not known and another says it. Of an article's
 * answers only the first counts: news puts its own event first.
 */
export function openQuestionFacts(profiles: readonly ArticleProfile[]): Fact[] {
  return TOPICS.map((topic) => factOf(topic, profiles)).filter((f) => f !== undefined);
}

function factOf(topic: Topic, profiles: readonly ArticleProfile[]): Fact | undefined {
  const open = profiles.flatMap((p) => repliesIn(p, topic).open);
  const asked = new Set(open.flatMap((r) => r.sentence.terms));
  const told = profiles
    .flatMap((p) => repliesIn(p, topic).told)
    // Who leaves it open tells it of something else: "those problems were caused by".
    .filter((r) => !open.some((o) => o.profile === r.profile))
    .filter((r) => topic.id === 'survivors' || r.sentence.terms.some((t) => asked.has(t)))
    .filter((r, i, all) => all.findIndex((x) => x.profile === r.profile) === i);
  if (!open.some((o) => told.some((t) => t.profile !== o.profile))) return openFact(topic, open);
  const values = [...new Set(told.map((r) => r.value))].sort();
  const mentions = [...open, ...told].map((r) =>
    mentionOf(r, r.value === null ? groupLetters(0) : groupLetters(1 + values.indexOf(r.value))),
  );
  const first = mentions[0];
  const answer = told[0];
  if (first === undefined || answer === undefined) return undefined;
  return {
    id: `o:${topic.id}:${first.path}:${first.start}`,
    kind: 'statement',
    ...ownLabel(topic.label),
    relation: 'differ',
    reasons: [{ message: 'not known here, “{0}” there', args: [textOf(answer)] }],
    mentions: mentions.sort(byPlace),
    confidence: topic.confidence,
  };
}

/** What several articles leave open, where none answers it. */
function openFact(topic: Topic, open: readonly Reply[]): Fact | undefined {
  const mentions = open.map((r) => mentionOf(r, groupLetters(0))).sort(byPlace);
  const first = mentions[0];
  if (first === undefined || new Set(mentions.map((m) => m.path)).size < 2) return undefined;
  return {
    id: `o:${topic.id}:${first.path}:${first.start}`,
    kind: 'statement',
    ...ownLabel(topic.openLabel),
    relation: 'agree',
    reasons: [],
    mentions,
    confidence: CERTAIN,
  };
}

interface Replies {
  readonly open: readonly Reply[];
  readonly told: readonly Reply[];
}

const kept = new Map(TOPICS.map((topic) => [topic, new WeakMap<ArticleProfile, Replies>()]));

function repliesIn(profile: ArticleProfile, topic: Topic): Replies {
  let replies = kept.get(topic)?.get(profile);
  if (replies === undefined) {
    replies = {
      open: repliesOf(profile, (prose, open) => openSpan(prose, topic, open), null),
      told: repliesOf(
        profile,
        (prose, open) => (open === null ? answerSpan(prose, topic) : undefined),
        topic,
      ),
    };
    kept.get(topic)?.set(profile, replies);
  }
  return replies;
}

/** Of each sentence the words that leave something open; every topic looks at them twice. */
const openIn = once((profile: ArticleProfile): readonly (RegExpExecArray | null)[] =>
  profile.sentences.map(({ past, sentence: { start, end } }) =>
    past === null ? openPhrase(profile.article.text.prose.slice(start, end)) : null,
  ),
);

function repliesOf(
  profile: ArticleProfile,
  find: (prose: string, open: RegExpExecArray | null) => Span | undefined,
  topic: Topic | null,
): Reply[] {
  const open = openIn(profile);
  return profile.sentences.flatMap((sentence, place) => {
    if (sentence.past !== null) return [];
    const { start, end } = sentence.sentence;
    const found = find(profile.article.text.prose.slice(start, end), open[place] ?? null);
    if (found === undefined) return [];
    const span = { start: start + found.start, end: start + found.end };
    const words = profile.article.text.prose.slice(span.start, span.end);
    return [{ profile, sentence, span, value: topic === null ? null : topic.value(words) }];
  });
}

function openSpan(prose: string, topic: Topic, open: RegExpExecArray | null): Span | undefined {
  if (open === null) return undefined;
  const question = topic.question.exec(prose.slice(open.index));
  if (question === null) return openBehind(prose, topic, open);
  const rest = open.index + question.index + question[0].length;
  const stop = /[,.;:]|$/u.exec(prose.slice(rest));
  return { start: open.index, end: rest + (stop?.index ?? 0) };
}

/** "The cause of the break is as yet unknown": the question before what leaves it open, in one clause. */
function openBehind(prose: string, topic: Topic, open: RegExpExecArray): Span | undefined {
  const clause = prose.slice(Math.max(0, open.index - CLAUSE), open.index);
  const from = open.index - clause.length + (/[.;:][^.;:]*$/u.exec(clause)?.index ?? -1) + 1;
  const question = topic.question.exec(prose.slice(from, open.index));
  return question === null ? undefined : { start: from + question.index, end: open.index + open[0].length };
}

/** Characters that a question may stand before the words that leave it open. */
const CLAUSE = 140;

function answerSpan(prose: string, topic: Topic): Span | undefined {
  const m = topic.answer.exec(prose);
  if (m === null) return undefined;
  const words = m[1] ?? m[0];
  const start = m.index + m[0].indexOf(words);
  return { start, end: start + words.length };
}

function textOf(r: Reply): string {
  return r.profile.article.text.prose.slice(r.span.start, r.span.end);
}

function mentionOf({ profile, span, sentence }: Reply, group: string): FactMention {
  return textMention(profile.article, span, sentence, group);
}
