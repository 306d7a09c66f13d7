import type { Statement } from '../model';
import type { ArticleWords } from './article-words';
import { newEntity, type Entity, type EntityMention } from './entity';
import { findByDescription, type Described } from './describe';
import { speakerPhrase, type SpeakerPhrase } from './speaker-phrase';
import { isPlural } from './number-of';
import { Recent } from './recent';
import { lowerBound } from './token-lookup';
import { COUNTRY_OF_ADJECTIVE } from './lexicon/places';

const PERSON_PRONOUNS: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ['he', 'm'],
  ['him', 'm'],
  ['his', 'm'],
  ['she', 'f'],
  ['her', 'f'],
]);
const OTHER_PRONOUNS = new Set([
  'it',
  'its',
  'they',
  'them',
  'their',
  'i',
  'we',
  'you',
  'me',
  'us',
  'who',
  'which',
  'that',
  'both',
  'my',
  'our',
]);
const SUBJECT_PRONOUNS = new Set(['he', 'she', 'it', 'they', 'who', 'which']);

/** A mention with its entity, in the order of the text. */
export interface Placed {
  readonly first: number;
  readonly mention: EntityMention;
  readonly entity: Entity;
}

/**
 * Finds the entity behind the source of each statement, in the order of the text, because "he" and "the ministry" lean on
 * what came before. Adds the mentions of pronouns, descriptions and unnamed speakers that it finds.
 */
export class SpeakerResolver {
  private readonly placed: Placed[];
  private readonly recent: Recent;
  private readonly unnamed = new Map<string, Entity>();

  constructor(
    private readonly words: ArticleWords,
    readonly entities: Entity[],
  ) {
    this.placed = entities.flatMap((entity) =>
      entity.mentions.map((mention) => ({ first: mention.first, mention, entity })),
    );
    this.placed.sort((a, b) => a.first - b.first);
    this.recent = new Recent(this.placed);
  }

  /** The entity that each statement's source means, or null; same order as `statements`. */
  resolveAll(statements: readonly Statement[]): (Entity | null)[] {
    const found = new Array<Entity | null>(statements.length).fill(null);
    const order = statements.map((s, i) => ({ at: s.source?.start ?? -1, i })).filter((s) => s.at >= 0);
    order.sort((a, b) => a.at - b.at || a.i - b.i);
    for (const { i } of order) {
      const source = statements[i]?.source;
      const phrase = source && speakerPhrase(this.words, source, (token) => this.nameEnd(token));
      if (phrase) found[i] = this.resolve(phrase);
    }
    return found;
  }

  private nameEnd(token: number): number {
    const placed = this.placed[lowerBound(this.placed, token)];
    if (placed?.first !== token) return 0;
    let end = token;
    while (end < this.words.count && this.words.start(end) < placed.mention.end) end++;
    return end;
  }

  private resolve(phrase: SpeakerPhrase): Entity | null {
    const named = this.namedHead(phrase) ?? this.namedInApposition(phrase);
    if (named) {
      named.mention.speaks = true;
      this.recent.spoke(named.entity, named.mention);
      return named.entity;
    }
    const word = this.words.lower(phrase.first);
    if (SUBJECT_PRONOUNS.has(word)) return this.pronoun(phrase, word);
    const alone = phrase.end - phrase.first === 1;
    if (alone && OTHER_PRONOUNS.has(word)) return null;
    return this.titled(phrase) ?? this.describe(phrase);
  }

  private pronoun(phrase: SpeakerPhrase, word: string): Entity | null {
    const [at, sentence] = [phrase.first, this.sentenceOf(phrase)];
    const sex = PERSON_PRONOUNS.get(word);
    let entity: Entity | null;
    if (sex) entity = this.recent.person(at, sex, sentence);
    else if (word === 'it') entity = this.recent.body(at, sentence);
    else if (word === 'they') entity = this.recent.group(at, sentence);
    else entity = this.recent.adjacent(at, sentence);
    if (entity) this.add(entity, at, at + 1, 'pronoun');
    return entity;
  }

  /** A source that gives only the title of a name ("Russian state news agency" before the agency's name). */
  private titled(phrase: SpeakerPhrase): Entity | null {
    const placed = this.placed[lowerBound(this.placed, phrase.coreEnd)];
    const title = placed?.mention.title;
    if (!title) return null;
    const inside =
      title.start <= this.words.start(phrase.first) && this.words.end(phrase.coreEnd - 1) <= title.end;
    return inside ? placed.entity : null;
  }

  /** The name that ends the head of the phrase, when one does. */
  private namedHead(phrase: SpeakerPhrase): Placed | null {
    let head: Placed | null = null;
    for (let i = lowerBound(this.placed, phrase.first); i < this.placed.length; i++) {
      const placed = this.placed[i];
      if (!placed || placed.first >= phrase.coreEnd) break;
      const end = this.nameEnd(placed.first);
      const closes = end >= phrase.coreEnd || this.onlyMarks(end, phrase.coreEnd);
      if (closes) head = placed;
    }
    return head;
  }

  /** "the mayor's deputy, Irena Kolar": the name behind the comma is who speaks. */
  private namedInApposition(phrase: SpeakerPhrase): Placed | null {
    if (this.words.word(phrase.coreEnd) !== ',') return null;
    const first = phrase.coreEnd + 1;
    const placed = this.placed[lowerBound(this.placed, first)];
    return placed?.first === first && first < phrase.end && placed.entity.type === 'person' ? placed : null;
  }

  private onlyMarks(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.words.isWord(i)) return false;
    return true;
  }

  private describe(phrase: SpeakerPhrase): Entity | null {
    const described = readDescription(this.words, phrase);
    if (described.words.length === 0 || !isNoun(described)) return null;
    const known = findByDescription(described, this.recent.before(phrase.first), (e) =>
      this.recent.isRecent(e, this.sentenceOf(phrase)),
    );
    const key = described.words.join(' ');
    const same = this.unnamed.get(key);
    const entity = known ?? same ?? this.addUnnamed(described, key);
    this.add(entity, described.first, phrase.coreEnd, 'description');
    return entity;
  }

  private addUnnamed(described: Described, key: string): Entity {
    const name = this.words.phrase(described.first, described.nameEnd);
    const entity = newEntity('unnamed', name, isPlural(described.head));
    for (const word of described.words) entity.roles.add(word);
    this.entities.push(entity);
    this.unnamed.set(key, entity);
    return entity;
  }

  private add(entity: Entity, first: number, end: number, form: 'pronoun' | 'description'): void {
    const [start, stop] = [this.words.start(first), this.words.end(end - 1)];
    const text = this.words.text.prose.slice(start, stop);
    const sentence = this.sentenceAt(first);
    const mention: EntityMention = {
      start,
      end: stop,
      text,
      form,
      title: null,
      first,
      sentence,
      speaks: true,
    };
    entity.mentions.push(mention);
    this.recent.spoke(entity, mention);
  }

  private sentenceOf(phrase: SpeakerPhrase): number {
    return this.sentenceAt(phrase.first);
  }

  private sentenceAt(token: number): number {
    const { sentences } = this.words.text;
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((sentences[mid]?.endToken ?? 0) > token) high = mid;
      else low = mid + 1;
    }
    return low;
  }
}

const DETERMINER =
  /^(?:the|a|an|some|several|many|most|few|other|another|this|that|these|those|one|two|three|four|five|six|all|any|both|various|numerous|more)$/;
const DEFINITE = /^(?:the|this|that|these|those)$/;

/** Whether the head can be a speaker at all: no number, adverb, determiner or bare adjective of a people. */
function isNoun(d: Described): boolean {
  if (d.head.length < 3 || !/^\p{L}/u.test(d.head) || DETERMINER.test(d.head)) return false;
  if (FUNCTION_WORD.test(d.head) || (d.words.length === 1 && /(?:ing|ly)$/.test(d.head))) return false;
  const last = d.original.at(-1) ?? '';
  return !COUNTRY_OF_ADJECTIVE.has(last) || last.endsWith('s') || /(?:ese|ish|ch|ss)$/.test(last);
}

const FUNCTION_WORD =
  /^(?:there|here|then|when|what|why|how|and|but|not|later|earlier|now|early|late|also|you|your|our|its|his|her|their|him|them|being|been|was|were|has|have|had|will|would|can|could|may|might)$/;

/** Takes a describing phrase apart: determiner, words, head, and how far its name for display goes. */
function readDescription(words: ArticleWords, phrase: SpeakerPhrase): Described {
  let first = phrase.first;
  const determiner = words.lower(first);
  while (first < phrase.coreEnd - 1 && DETERMINER.test(words.lower(first))) first++;
  const parts: string[] = [];
  for (let i = first; i < phrase.coreEnd; i++)
    if (words.isWord(i) || /^\d/.test(words.word(i))) parts.push(words.word(i));
  const nameEnd = Math.min(phrase.end, phrase.coreEnd + 8);
  let shown = nameEnd;
  for (let i = phrase.coreEnd; i < nameEnd; i++) {
    if (!words.isWord(i) || /^(?:who|which|that|speaking)$/.test(words.lower(i))) {
      shown = i;
      break;
    }
  }
  return {
    first,
    nameEnd: shown,
    words: parts.map((w) => w.toLowerCase()),
    original: parts,
    head: (parts.at(-1) ?? '').toLowerCase(),
    definite: DEFINITE.test(determiner),
    bare: !DETERMINER.test(determiner),
  };
}
