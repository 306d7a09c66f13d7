import type { Entity, EntityMention } from './entity';
import type { Placed } from './resolve-speaker';
import { lowerBound } from './token-lookup';

/** How far back, in sentences and in mentions, a pronoun reaches. */
const SENTENCES_BACK = 8;
const MENTIONS_BACK = 40;
const ENTITIES_BACK = 20;
/** Fewest tokens between a subject and the pronoun of the attribution behind its clause. */
const SUBJECT_APART = 3;
/** How many sentences nearer somebody seems who spoke. */
const SPOKE = 1.5;
/** The same where it is counted from the end of a quotation that goes on behind its attribution. */
const WENT_ON = 0.9;
/** How many sentences further away a name seems that stands in a quotation: its speaker is meant rather than whom he names. */
const QUOTED = 2;
/** Descriptions reach further back than pronouns. */
const WIDE_BACK = 200;

/** What nobody calls "he" or "she". */
const BODIES =
  /(?:^| )(?:company|firm|group|airline|newspaper|bank|hospital|club|union|party|agency|ministry|court|report|statement|study|document|lawsuit|indictment|website|channel|network|charity|university|office|board|panel|survey|poll)$/i;

/** Whether an unnamed speaker is a body or a paper: "a telecommunications company", "company in Norvik". */
function isBody(e: Entity): boolean {
  return BODIES.test(e.mentions[0]?.text ?? e.name);
}

/** A mention that spoke, with the last sentence of what it said: “…,” Moe said. “…”. */
interface Spoken extends Placed {
  readonly until: number;
}

/** What was named or spoke last: the memory that pronouns and descriptions are resolved from. */
export class Recent {
  /** Who spoke, in the order of the text. */
  private readonly speakers: Spoken[] = [];
  private readonly unnamed: Entity[] = [];
  private readonly lastSentence = new Map<Entity, number>();
  /** Counts the looks back, so that an entity can be marked as met in one. */
  private looks = 0;

  /** @param quoted whether a place in the text lies inside a direct quotation */
  constructor(
    private readonly placed: readonly Placed[],
    private readonly quoted: (at: number) => boolean,
  ) {}

  /** Notes that an entity spoke at a mention, up to the end of a sentence; call in the order of the text. */
  spoke(entity: Entity, mention: EntityMention, until: number): void {
    this.speakers.push({ first: mention.first, mention, entity, until: Math.max(until, mention.sentence) });
    this.lastSentence.set(entity, mention.sentence);
    if (entity.type === 'unnamed') this.unnamed.push(entity);
  }

  /** The person that "he" or "she" at a token means, by recency, role in the sentence, and sex where it is known. */
  person(token: number, sex: 'm' | 'f', sentence: number): Entity | null {
    const fits = (e: Entity): boolean =>
      (e.type === 'person' || (e.type === 'unnamed' && !e.plural && !isBody(e))) &&
      (e.sex === null || e.sex === sex);
    const found = this.best(token, sentence, fits);
    if (found?.type === 'person') found.sex ??= sex;
    return found;
  }

  /** The body or government that "it" means. */
  body(token: number, sentence: number): Entity | null {
    const fits = (e: Entity): boolean => e.type === 'organization' || e.type === 'place';
    return this.subject(token, sentence, fits) ?? this.best(token, sentence, fits);
  }

  /** The group that "they" means: unnamed people before bodies. */
  group(token: number, sentence: number): Entity | null {
    return (
      this.best(token, sentence, (e) => e.type === 'unnamed' && e.plural) ??
      this.best(
        token,
        sentence,
        (e) => e.type === 'organization' && sentence - (this.lastSentence.get(e) ?? -9) <= 1,
      )
    );
  }

  /** The mention just before a relative pronoun, in the same sentence. */
  adjacent(token: number, sentence: number): Entity | null {
    const last = this.placed[lowerBound(this.placed, token) - 1];
    return last?.mention.sentence === sentence ? last.entity : null;
  }

  /** The entities mentioned before a token, the latest first, then those soon after it (a lead often describes before it names). */
  before(token: number): Entity[] {
    const at = lowerBound(this.placed, token);
    const latest: Entity[] = [];
    this.looks++;
    for (let i = this.unnamed.length - 1; i >= Math.max(0, this.unnamed.length - ENTITIES_BACK); i--)
      this.take(latest, this.unnamed[i]);
    for (let i = at - 1; i >= Math.max(0, at - WIDE_BACK); i--) this.take(latest, this.placed[i]?.entity);
    for (let i = at; i < at + MENTIONS_BACK; i++) this.take(latest, this.placed[i]?.entity);
    return latest;
  }

  /** Adds an entity that this look back has not met yet. */
  private take(into: Entity[], entity: Entity | undefined): void {
    if (entity === undefined || entity.met === this.looks) return;
    entity.met = this.looks;
    into.push(entity);
  }

  /** Whether the entity was mentioned or spoke within the last sentences. */
  isRecent(entity: Entity, sentence: number): boolean {
    const last = this.lastSentence.get(entity);
    return last !== undefined && sentence - last <= SENTENCES_BACK;
  }

  /** Who or what opens the sentence before the token: "Norvane cut jobs, it said." */
  private subject(token: number, sentence: number, fits: (e: Entity) => boolean): Entity | null {
    const last = lowerBound(this.placed, token) - 1;
    let found: Entity | null = null;
    for (let i = last; i >= Math.max(0, last - MENTIONS_BACK); i--) {
      const placed = this.placed[i];
      if (placed?.mention.sentence !== sentence) break;
      if (fits(placed.entity)) found = token - placed.first > SUBJECT_APART ? placed.entity : null;
    }
    return found;
  }

  private best(token: number, sentence: number, fits: (e: Entity) => boolean): Entity | null {
    let best: Entity | null = null;
    let bestScore = -Infinity;
    const consider = (p: Placed | undefined, bonus: number, last: number): void => {
      if (!p || p.first >= token || !fits(p.entity)) return;
      const distance = Math.max(0, sentence - last);
      const score =
        bonus -
        distance -
        (distance === 0 && bonus === 0 ? 0.5 : 0) -
        (bonus === 0 && this.quoted(p.mention.start) ? QUOTED : 0);
      if (distance <= SENTENCES_BACK && score > bestScore) [best, bestScore] = [p.entity, score];
    };
    const considerSpeaker = (p: Spoken | undefined): void => {
      if (p) consider(p, p.until > p.mention.sentence ? WENT_ON : SPOKE, p.until);
    };
    for (let i = this.speakers.length - 1; i >= Math.max(0, this.speakers.length - MENTIONS_BACK); i--)
      considerSpeaker(this.speakers[i]);
    const at = lowerBound(this.placed, token);
    for (let i = at - 1; i >= Math.max(0, at - MENTIONS_BACK); i--)
      consider(this.placed[i], 0, this.placed[i]?.mention.sentence ?? 0);
    return best;
  }
}
