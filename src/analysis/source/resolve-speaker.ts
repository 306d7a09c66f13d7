import type { Span } from '../../text';
import type { Statement } from '../model';
import type { ArticleWords } from './article-words';
import { newEntity, type Entity, type EntityMention } from './entity';
import { findByDescription, ISSUED, type Described } from './describe';
import { speakerPhrase, type SpeakerPhrase } from './speaker-phrase';
import { isPlural } from './number-of';
import { DETERMINER, isNoun, isSmallBody, readDescription } from './read-description';
import { Recent } from './recent';
import { lowerBound, tokenAt } from './token-lookup';
import { FEMALE_ROLES, MALE_ROLES, ROLES } from './lexicon/roles';

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
const POSSESSIVE_PRONOUNS: ReadonlyMap<string, string> = new Map([
  ['his', 'he'],
  ['her', 'she'],
  ['its', 'it'],
  ['their', 'they'],
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
  /** The sentence up to which the statement at hand goes. */
  private until = -1;

  constructor(
    private readonly words: ArticleWords,
    readonly entities: Entity[],
    statements: readonly Statement[],
  ) {
    this.placed = entities.flatMap((entity) =>
      entity.mentions.map((mention) => ({ first: mention.first, mention, entity })),
    );
    this.placed.sort((a, b) => a.first - b.first);
    this.recent = new Recent(this.placed, insideAny(directContents(statements)));
  }

  /** The entity that each statement's source means, or null; same order as `statements`. */
  resolveAll(statements: readonly Statement[]): (Entity | null)[] {
    const found = new Array<Entity | null>(statements.length).fill(null);
    const order = statements.map((s, i) => ({ at: s.source?.start ?? -1, i })).filter((s) => s.at >= 0);
    order.sort((a, b) => a.at - b.at || a.i - b.i);
    for (const { i } of order) {
      const source = statements[i]?.source;
      const phrase = source && speakerPhrase(this.words, source, (token) => this.nameEnd(token));
      this.until = this.endOf(statements[i]);
      if (phrase) found[i] = this.resolve(phrase);
    }
    return found;
  }

  /** The sentence in which a direct quotation ends; -1 for other statements. */
  private endOf(statement: Statement | undefined): number {
    const last = statement?.type === 'direct' ? statement.content.at(-1) : undefined;
    return last === undefined ? -1 : this.sentenceAt(tokenAt(this.words.text.tokens, last.end - 1));
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
      this.recent.spoke(named.entity, named.mention, this.until);
      return named.entity;
    }
    const word = this.words.lower(phrase.first);
    if (SUBJECT_PRONOUNS.has(word)) return this.pronoun(phrase, word);
    const alone = phrase.end - phrase.first === 1;
    if (alone && OTHER_PRONOUNS.has(word)) return null;
    return this.issuer(phrase) ?? this.titled(phrase) ?? this.describe(phrase);
  }

  /** Whoever issued what the phrase names: "the ministry's statement", "Weber's latest report", "her letter". */
  private issuer({ first, coreEnd }: SpeakerPhrase): Entity | null {
    if (!ISSUED.has(this.words.lower(coreEnd - 1))) return null;
    const pronoun = POSSESSIVE_PRONOUNS.get(this.words.lower(first));
    if (pronoun !== undefined) return this.pronoun({ first, end: first + 1, coreEnd: first + 1 }, pronoun);
    let owner = coreEnd - 1;
    while (owner > first && !this.words.isPossessive(owner)) owner--;
    return owner > first ? this.resolve({ first, end: owner, coreEnd: owner }) : null;
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
    let comma = phrase.coreEnd;
    const last = Math.min(phrase.end, phrase.coreEnd + LONGEST_ROLE);
    while (comma < last && (this.words.isWord(comma) || this.words.isPossessive(comma))) comma++;
    if (this.words.word(comma) !== ',') return this.namedBehindRole(phrase);
    const placed = this.placed[lowerBound(this.placed, comma + 1)];
    if (placed === undefined || this.titleStart(placed) !== this.words.start(comma + 1)) return null;
    const owner = placed.entity.type === 'organization' && OWNERS.test(this.words.lower(phrase.coreEnd - 1));
    if (placed.entity.type !== 'person' && !owner) return null;
    const within = placed.first < phrase.end;
    if (!within && !this.endsWithComma(placed)) return null;
    if (this.isRole(phrase)) this.noteRole(placed.entity, phrase, comma);
    return within || this.isRole(phrase) ? placed : null;
  }

  /** Where a name starts, with the title before it. */
  private titleStart({ mention }: Placed): number {
    return mention.title !== null && mention.title.start < mention.start
      ? mention.title.start
      : mention.start;
  }

  /** "the head of the department Ada Lind": a name right behind its role's complement. */
  private namedBehindRole(phrase: SpeakerPhrase): Placed | null {
    if (!this.isRole(phrase)) return null;
    const placed = this.placed[lowerBound(this.placed, phrase.coreEnd)];
    if (placed?.entity.type !== 'person') return null;
    if (placed.mention.title !== null) return this.sharesTitle(phrase, placed) ? placed : null;
    if (placed.first >= phrase.end || this.nameEnd(placed.first) < phrase.end) return null;
    const before = this.words.lower(placed.first - 1);
    if (!this.words.isWord(placed.first - 1) || ROLES.has(before) || BEFORE_A_NAME.test(before)) return null;
    this.noteRole(placed.entity, phrase, placed.first);
    return placed;
  }

  /** "Norvik President and Manager Ada Lind": without an article, two titles are one person's. */
  private sharesTitle(phrase: SpeakerPhrase, placed: Placed): boolean {
    const title = placed.mention.title?.start ?? 0;
    const joins =
      this.words.lower(phrase.coreEnd) === 'and' && this.words.start(phrase.coreEnd + 1) === title;
    return joins && !DETERMINER.test(this.words.lower(phrase.first));
  }

  private isRole(phrase: SpeakerPhrase): boolean {
    const head = this.words.lower(phrase.coreEnd - 1);
    return ROLES.has(head) && !isPlural(head);
  }

  private endsWithComma(placed: Placed): boolean {
    return this.words.word(this.nameEnd(placed.first)) === ',';
  }

  /** Keeps the role that a source gives somebody: "the mayor of Orvik, Ada Lind". */
  private noteRole(entity: Entity, phrase: SpeakerPhrase, end: number): void {
    const first = DETERMINER.test(this.words.lower(phrase.first)) ? phrase.first + 1 : phrase.first;
    for (let i = first; i < end; i++) if (this.words.isWord(i)) entity.roles.add(this.words.lower(i));
    const sex = roleSex(this.words.lower(phrase.coreEnd - 1));
    entity.sex ??= sex;
    if (first < end)
      entity.title ??= this.words.text.prose
        .slice(this.words.start(first), this.words.end(end - 1))
        .replace(/\s+/g, ' ');
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
    const others = known?.type === 'person' && this.isSomebodys(phrase);
    const entity = (others ? null : known) ?? same ?? this.addUnnamed(described, key);
    this.add(entity, this.behindNames(described.first, phrase.coreEnd), phrase.coreEnd, 'description');
    return entity;
  }

  /** Where a description goes on behind the names in it: mentions do not overlap ("Weber's *attorney*", "an AFP *journalist*"). */
  private behindNames(first: number, end: number): number {
    let start = first;
    for (let i = lowerBound(this.placed, first); i < this.placed.length; i++) {
      const placed = this.placed[i];
      if (placed === undefined || placed.first >= end) break;
      if (placed.mention.form !== 'name') continue;
      const next = this.nameEnd(placed.first);
      start = this.words.isPossessive(next) ? next + 1 : next;
    }
    return start < end ? start : first;
  }

  /** "the lawyer of Ivo Rask": the role is towards a named person, so it is not just any lawyer before. */
  private isSomebodys(phrase: SpeakerPhrase): boolean {
    if (!/^(?:of|for|to)$/.test(this.words.lower(phrase.coreEnd))) return false;
    const placed = this.placed[lowerBound(this.placed, phrase.coreEnd)];
    return placed?.entity.type === 'person' && placed.first < phrase.end;
  }

  private addUnnamed(described: Described, key: string): Entity {
    const name = this.words.phrase(described.first, described.nameEnd);
    const type =
      described.nameEnd - described.first < 6 && isSmallBody(described) ? 'organization' : 'unnamed';
    const entity = newEntity(type, name, type === 'unnamed' && isPlural(described.head));
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
    this.recent.spoke(entity, mention, this.until);
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

function directContents(statements: readonly Statement[]): Span[] {
  return statements.filter((s) => s.type === 'direct').flatMap((s) => s.content);
}

/** Tells whether a place lies inside one of the spans. */
function insideAny(spans: readonly Span[]): (at: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const ends = new Array<number>(sorted.length);
  sorted.forEach((span, i) => (ends[i] = Math.max(span.end, ends[i - 1] ?? 0)));
  return (at) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return (ends[low - 1] ?? 0) > at;
  };
}

/** Nouns that a body's name may follow behind a comma: "its owner, Norvane". */
const OWNERS =
  /^(?:owner|operator|company|firm|parent|agency|builder|manufacturer|maker|publisher|airline|bank|union|group|party|alliance|charity|newspaper|broadcaster)$/;

/** Most words of a role's complement, before the comma that its bearer's name follows. */
const LONGEST_ROLE = 9;

/** Words that tie a name to a role as its object: "the lawyer of Ada Lind". */
const BEFORE_A_NAME = /^(?:of|for|to|from|by|with|and|at|in|on|the|a|an)$/;

function roleSex(role: string): 'm' | 'f' | null {
  return MALE_ROLES.has(role) ? 'm' : FEMALE_ROLES.has(role) ? 'f' : null;
}
