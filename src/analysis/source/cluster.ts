import type { ArticleWords } from './article-words';
import { bodyKey, initials } from './body-name';
import type { NameCandidate } from './candidate';
import { newEntity, type Entity, type EntityMention } from './entity';
import { bodyWord, soundFold } from './fold';
import { COUNTRY_OF_CAPITAL, COUNTRY_OF_NAME, PLACES } from './lexicon/places';
import { BODY_HEADS, PASSIVE_BODIES } from './lexicon/bodies';
import { sexOfName } from './lexicon/given-names';
import { ROLES } from './lexicon/roles';
import { isJunior, nameParts, samePerson } from './person-name';

/** Most people looked at under one name part; more only occur in made-up text, and the bound keeps the work linear. */
const BUCKET = 24;

/** Groups the names of one article into people, bodies and governments. */
export class ArticleClusters {
  readonly entities: Entity[] = [];
  private readonly peopleByPart = new Map<string, Entity[]>();
  private readonly personParts = new Map<Entity, readonly string[]>();
  private readonly bodies = new Map<string, Entity[]>();
  private readonly bodyCountry = new Map<Entity, string | null>();
  private readonly acronyms = new Map<string, Entity>();
  /** The last body that ends in a head noun: "the Institute", "the Times" alone mean it. */
  private readonly byHead = new Map<string, Entity>();
  private readonly initialsOf = new Map<string, Entity>();
  private readonly governments = new Map<string, Entity>();

  constructor(private readonly words: ArticleWords) {}

  /** Takes the candidates in: long names first, then the short forms that lean on them. */
  addAll(candidates: readonly NameCandidate[]): void {
    const people = candidates.filter((c) => c.kind === 'person');
    for (const c of people) if (nameParts(c.name).length > 1) this.addPerson(c);
    const last = new Map<string, Entity>();
    const full = new Map(this.entities.flatMap((e) => e.mentions.map((m): [number, Entity] => [m.first, e])));
    for (const c of people) {
      const known = full.get(c.first);
      if (known) for (const part of this.personParts.get(known) ?? []) last.set(soundFold(part), known);
      else this.addShortPerson(c, last);
    }
    const bodies = candidates.filter(
      (c) => c.kind === 'organization' && !(PASSIVE_BODIES.has(c.name) && !c.speaks),
    );
    for (const c of bodies) if (c.country !== null || c.acronym) this.addBody(c);
    for (const c of bodies) if (c.country === null && !c.acronym) this.addBody(c);
    for (const c of candidates)
      if (c.kind === 'country' ? c.speaks : c.kind === 'place' && c.given) this.addGovernment(c);
    for (const e of this.entities) e.mentions.sort((a, b) => a.start - b.start);
  }

  private addPerson(c: NameCandidate): void {
    const parts = nameParts(c.name);
    const bucket = this.peopleByPart.get(soundFold(parts.at(-1) ?? '')) ?? [];
    let entity = bucket.slice(0, BUCKET).find((e) => this.isSame(e, c, parts));
    if (!entity) {
      entity = newEntity('person', this.shown(c));
      this.entities.push(entity);
      this.index(entity, parts);
    } else if (parts.length > (this.personParts.get(entity)?.length ?? 0) || isShouted(entity.name)) {
      entity.name = this.shown(c);
      this.index(entity, parts);
    }
    this.mention(entity, c);
  }

  private isSame(entity: Entity, c: NameCandidate, parts: readonly string[]): boolean {
    const sex = c.sex ?? sexOfName(c.name);
    const sexes = entity.sex === null || sex === null || entity.sex === sex;
    return (
      sexes &&
      isJunior(entity.name) === isJunior(c.name) &&
      samePerson(this.personParts.get(entity) ?? [], parts)
    );
  }

  private index(entity: Entity, parts: readonly string[]): void {
    this.personParts.set(entity, parts);
    for (const part of parts) {
      if (part.length < 2) continue;
      const key = soundFold(part);
      const bucket = this.peopleByPart.get(key);
      if (!bucket) this.peopleByPart.set(key, [entity]);
      else if (bucket.length < BUCKET && !bucket.includes(entity)) bucket.push(entity);
    }
  }

  /** A lone surname or given name: the person of that name, the nearest before it where several share it. */
  private addShortPerson(c: NameCandidate, last: Map<string, Entity>): void {
    const key = soundFold(c.name);
    const bucket = this.peopleByPart.get(key) ?? [];
    const fits = bucket.filter(
      (e) => (e.sex === null || c.sex === null || e.sex === c.sex) && !isLaterJunior(e, c),
    );
    const surnames = fits.filter((e) => soundFold(this.personParts.get(e)?.at(-1) ?? '') === key);
    const named = surnames.length > 0 ? surnames : fits;
    const titled = named.length > 1 ? named.filter((e) => this.sharesRole(e, c)) : [];
    const choice = titled.length > 0 ? titled : named;
    const recent = last.get(key);
    let entity = choice.length > 1 && recent && choice.includes(recent) ? recent : choice[0];
    if (!entity) {
      entity = newEntity('person', this.shown(c));
      this.entities.push(entity);
      this.index(entity, [c.name]);
    }
    last.set(key, entity);
    this.mention(entity, c);
  }

  /** "Vice President Marlow" is the Marlow who was called so before. */
  private sharesRole(entity: Entity, c: NameCandidate): boolean {
    for (let i = c.titleFirst; i < c.titleEnd; i++) {
      const word = this.words.lower(i);
      if (ROLES.has(word) && entity.roles.has(word)) return true;
    }
    return false;
  }

  private addBody(c: NameCandidate): void {
    const entity = this.acronyms.get(c.name) ?? this.findBody(c) ?? this.byInitials(c) ?? this.makeBody(c);
    if (
      c.name.length > entity.name.length &&
      bodyKey(entity.name, null).words === bodyKey(c.name, null).words
    )
      entity.name = this.shown(c);
    this.mention(entity, c);
    if (!c.acronym) return;
    const acronym = this.words.phrase(c.acronym[0], c.acronym[1]);
    this.acronyms.set(acronym, entity);
    entity.mentions.push(this.span(c.acronym[0], c.acronym[1], c, false));
  }

  private findBody(c: NameCandidate): Entity | undefined {
    const byHead = this.byHead.get(bodyWord(c.name.replace(/^The /, '')));
    if (byHead) return byHead;
    const key = bodyKey(c.name, c.country);
    const same = this.bodies.get(key.words) ?? [];
    const exact = same.find((e) => this.bodyCountry.get(e) === key.country);
    if (exact || key.listed) return exact ?? same[0];
    if (key.country === null) return same.length === 1 ? same[0] : undefined;
    const open = same.find((e) => this.bodyCountry.get(e) === null);
    if (open) this.bodyCountry.set(open, key.country);
    return open;
  }

  /** An acronym whose letters are the initials of a body already named. */
  private byInitials(c: NameCandidate): Entity | undefined {
    if (!/^\p{Lu}{3,8}$/u.test(c.name)) return undefined;
    const entity = this.initialsOf.get(c.name);
    if (entity) this.acronyms.set(c.name, entity);
    return entity;
  }

  private makeBody(c: NameCandidate): Entity {
    const key = bodyKey(c.name, c.country);
    const entity = newEntity('organization', this.shown(c));
    entity.country = key.country;
    this.entities.push(entity);
    this.bodyCountry.set(entity, key.country);
    const parts = c.name.replace(/^The /, '').split(' ');
    for (const head of parts.length > 1 ? [parts[0] ?? '', parts.at(-1) ?? ''] : [])
      if (BODY_HEADS.has(head)) this.byHead.set(bodyWord(head), entity);
    if (!this.initialsOf.has(initials(c.name))) this.initialsOf.set(initials(c.name), entity);
    const same = this.bodies.get(key.words);
    if (same) same.push(entity);
    else this.bodies.set(key.words, [entity]);
    return entity;
  }

  private addGovernment(c: NameCandidate): void {
    const country =
      COUNTRY_OF_NAME.get(c.name) ?? COUNTRY_OF_CAPITAL.get(c.name) ?? PLACES.get(c.name) ?? c.name;
    let entity = this.governments.get(country);
    if (!entity) {
      entity = newEntity('place', country);
      entity.country = COUNTRY_OF_NAME.has(country) ? country : null;
      this.governments.set(country, entity);
      this.entities.push(entity);
    }
    this.mention(entity, c);
  }

  /** The name as the article writes it, on one line. */
  private shown(c: NameCandidate): string {
    const slice = this.words.text.prose.slice(this.words.start(c.first), this.words.end(c.end - 1));
    return slice.replace(/\s+/g, ' ').replaceAll('’', "'");
  }

  private mention(entity: Entity, c: NameCandidate): void {
    entity.mentions.push(this.span(c.first, c.end, c, c.speaks));
    entity.sex ??= c.sex ?? (entity.type === 'person' ? sexOfName(c.name) : null);
    if (entity.type === 'person') entity.country ??= c.country;
    const title = titleTokens(c);
    if (!title) return;
    const text = this.words.text.prose.slice(this.words.start(title[0]), this.words.end(title[1] - 1));
    if (entity.title === null || (text.length > entity.title.length && entity.title.length < 6))
      entity.title = text;
    this.addRoles(entity, title);
    if (c.apposition !== null) this.addRoles(entity, c.apposition);
  }

  private addRoles(entity: Entity, [first, end]: readonly [number, number]): void {
    for (let i = first; i < end; i++) if (this.words.isWord(i)) entity.roles.add(this.words.lower(i));
  }

  private span(first: number, end: number, c: NameCandidate, speaks: boolean): EntityMention {
    const { words } = this;
    const title = titleTokens(c);
    const [start, stop] = [words.start(first), words.end(end - 1)];
    return {
      start,
      end: stop,
      text: words.text.prose.slice(start, stop),
      form: 'name',
      title:
        title && first === c.first ? { start: words.start(title[0]), end: words.end(title[1] - 1) } : null,
      first,
      sentence: c.sentence,
      speaks,
    };
  }
}

function isShouted(name: string): boolean {
  return name === name.toUpperCase();
}

/** A surname before "… Jr." is named is the father's, or somebody else's. */
function isLaterJunior(entity: Entity, c: NameCandidate): boolean {
  return isJunior(entity.name) && (entity.mentions[0]?.first ?? 0) > c.first;
}

function titleTokens(c: NameCandidate): readonly [number, number] | null {
  if (c.titleFirst < c.titleEnd) return [c.titleFirst, c.titleEnd];
  return c.apposition;
}
