import type { CorpusArticle } from '../corpus';
import { foldWord, stem } from '../corpus/normalise';
import { STOP } from '../corpus/lexicon';
import type { Span } from '../text';
import { groupLetters } from './group-letters';
import type { Fact, FactMention, Message } from './model';
import { SAYS_WHO } from './model';
import { WHEN } from './label';
import { ownLabel } from './own-label';
import { statementAt } from './speaker';

interface Voice extends Span {
  readonly article: CorpusArticle;
  readonly name: string;
  readonly words: ReadonlySet<string>;
  readonly context: Span;
}

/**
 * Where articles give one fact but name different sources for it: "says who: the Kremlin here, the ministry there". The
 * mentions are the sources' words; they do not contradict each other, so the relation is `agree` between the groups.
 */
export function attributionFacts(
  facts: readonly Fact[],
  article: (path: string) => CorpusArticle | undefined,
  aliases: readonly (readonly string[])[],
): Fact[] {
  const made: Fact[] = [];
  const taken = new Set<string>();
  for (const fact of facts) {
    const voices = voicesOf(fact, article).filter((v) => !taken.has(`${v.article.path}:${v.start}`));
    const groups = groupVoices(voices, aliases);
    if (groups.length < 2 || new Set(voices.map((v) => v.article)).size < 2) continue;
    for (const v of voices) taken.add(`${v.article.path}:${v.start}`);
    const [a, b] = groups;
    made.push({
      id: `a:${fact.id}`,
      kind: 'statement',
      ...ownLabel({ message: '{0} (who says it)', args: [withoutWhen(fact)] }),
      relation: 'agree',
      reasons: [saysWho(a?.[0]?.name ?? null, b?.[0]?.name ?? null)],
      mentions: voices.map((v) => mentionOf(v, groupLetters(groups.findIndex((g) => g.includes(v))))),
      confidence: fact.confidence,
    });
  }
  return made;
}

/** What a fact is about; of a time, what happened then: one label has no two parts of ours. */
function withoutWhen({ label, labelWords }: Fact): string {
  return labelWords?.message === WHEN ? String(labelWords.args[0]) : label;
}

/** Facts that say themselves where the sentences they stand in name different sources. */
export function withVoices(facts: readonly Fact[], voices: readonly Fact[]): Fact[] {
  const bySentence = new Map<string, number[]>();
  voices.forEach((voice, i) => {
    for (const mention of voice.mentions) {
      const sentence = sentenceOf(mention);
      const list = bySentence.get(sentence);
      if (list === undefined) bySentence.set(sentence, [i]);
      else list.push(i);
    }
  });
  return facts.map((fact) => {
    const sentences = new Set(fact.mentions.map(sentenceOf));
    const near = new Set([...sentences].flatMap((sentence) => bySentence.get(sentence) ?? []));
    const told = [...near]
      .sort((a, b) => a - b)
      .map((i) => voices[i]?.mentions.filter((v) => sentences.has(sentenceOf(v))) ?? []);
    const differing = told.find((mentions) => new Set(mentions.map((m) => m.group)).size > 1);
    const [first] = differing ?? [];
    const other = differing?.find((m) => m.group !== first?.group);
    if (first === undefined || other === undefined) return fact;
    return { ...fact, reasons: [...fact.reasons, saysWho(first.speaker, other.speaker)] };
  });
}

function sentenceOf({ path, context }: FactMention): string {
  return `${path}:${context.start}`;
}

function saysWho(here: string | null, there: string | null): Message {
  return { message: SAYS_WHO, args: [here ?? '', there ?? ''] };
}

/** A fact is of one version of each article, and so are those who tell it. */
const voicesByFact = new WeakMap<Fact, readonly Voice[]>();

function voicesOf(fact: Fact, find: (path: string) => CorpusArticle | undefined): readonly Voice[] {
  let voices = voicesByFact.get(fact);
  if (voices === undefined) voicesByFact.set(fact, (voices = readVoices(fact, find)));
  return voices;
}

function readVoices(fact: Fact, find: (path: string) => CorpusArticle | undefined): Voice[] {
  const voices: Voice[] = [];
  for (const mention of fact.mentions) {
    const article = find(mention.path);
    const statement = article === undefined ? undefined : statementAt(article, mention.start, mention.end);
    const span = statement?.source;
    if (article === undefined || span === undefined || span === null) continue;
    if (voices.some((v) => v.article === article && v.start === span.start)) continue;
    const source = article.analysis.sources.find((s) => s.id === statement?.sourceId);
    const text = article.text.prose.slice(span.start, span.end);
    const name = source?.name ?? text;
    const words = wordsOf(`${name} ${text}`);
    if (words.size === 0 || isNoVoice(name, source === undefined ? text : '')) continue;
    voices.push({
      start: span.start,
      end: span.end,
      article,
      name,
      words,
      context: mention.context,
    });
  }
  return voices;
}

const PRONOUN = /^(?:he|she|it|they|who|i|we|you|all|others?|one|some|many|both)$/iu;
/** A role without its bearer's name: two such are two institutions as a rule, not two versions of who said it. */
const ROLE =
  /^(?:the |an? )?(?:\p{L}+ )?(?:director|head|chief|boss|chair\p{L}*|member|owner|manager|mayor) of \p{L}/iu;
const MOST_WORDS = 7;

/** Whether words taken for a source name nobody: cut sentences, pronouns, roles. */
function isNoVoice(name: string, text: string): boolean {
  return (
    PRONOUN.test(text) ||
    ROLE.test(name) ||
    name.split(/\s+/u).length > MOST_WORDS ||
    /^(?:than|unable|not)\b|\b(?:could|would|did|will|refused|has|have|was|were)\b/iu.test(name)
  );
}

function wordsOf(name: string): ReadonlySet<string> {
  const words = name.split(/[^\p{L}\p{N}'’.-]+/u).map(foldWord);
  return new Set(words.filter((w) => w !== '' && !STOP.has(w)).map(stem));
}

/** Voices that share a word of their names are taken to be one. */
function groupVoices(voices: readonly Voice[], aliases: readonly (readonly string[])[]): Voice[][] {
  const declared = (a: Voice, b: Voice): boolean =>
    aliases.some((g) => g.includes(a.name) && g.includes(b.name));
  const groups: Voice[][] = [];
  for (const voice of voices) {
    const own = groups.find((g) =>
      g.some((v) => declared(v, voice) || [...v.words].some((w) => voice.words.has(w))),
    );
    if (own === undefined) groups.push([voice]);
    else own.push(voice);
  }
  return groups;
}

function mentionOf(v: Voice, group: string): FactMention {
  return {
    path: v.article.path,
    start: v.start,
    end: v.end,
    text: v.article.text.prose.slice(v.start, v.end),
    value: null,
    unit: null,
    speaker: v.name,
    group,
    context: v.context,
  };
}
