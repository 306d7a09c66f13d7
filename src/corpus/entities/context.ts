import type { Node } from './node';
import type { UnionFind } from './union-find';

/** An entity that more articles than this name says little about whether two of them tell of one event. */
const COMMON = 30;

/**
 * What each article is about, as keys that articles can share: the people with full names, the bodies that are one of a kind,
 * and the signs given from outside. News agencies and other listed bodies are in too many articles to count.
 */
export class Contexts {
  private readonly keys: ReadonlySet<string>[];
  private readonly frequency = new Map<string, number>();

  constructor(nodes: readonly Node[], sets: UnionFind, given: readonly (readonly string[])[]) {
    const keys = given.map((signs) => new Set(signs.map((s) => `given ${s}`)));
    for (const n of nodes) {
      const person = n.source.type === 'person' && n.parts.length > 1;
      const body = n.body !== null && !n.body.listed && isDistinctive(n);
      if (person || body) keys[n.article]?.add(`entity ${String(sets.find(n.index))}`);
    }
    this.keys = keys;
    for (const set of keys)
      for (const key of set) this.frequency.set(key, (this.frequency.get(key) ?? 0) + 1);
  }

  /** The keys of an article except the entity's own. */
  of(article: number, own: number): string[] {
    const without = `entity ${String(own)}`;
    return [...(this.keys[article] ?? [])].filter((key) => key !== without);
  }

  /** How much sharing the key says: 1 is enough. */
  weight(key: string): number {
    return key.startsWith('given ') || (this.frequency.get(key) ?? 0) <= COMMON ? 1 : 0.5;
  }
}

const GENERIC_WORD =
  /^(?:ministry|department|agency|office|bureau|council|court|police|fire|health|defence|interior|foreign|affairs|finance|justice|education|city|county|state|federal|national|regional|local|provincial|supreme|high|district|army|navy|military|air|force|forces|armed|government|parliament|congress|senate|committee|commission|board|university|hospital|centre|medical|general|security|service|services|intelligence|prosecutors?|coast|guard|border|emergency|emergencies|disaster|management|mitigation|rescue|transport|transportation|energy|party|union|association|school|public|house|assembly|administration|authority|authorities|institute|geological|meteorological|survey|red|cross|crescent|embassy|cabinet|central|bank|election|electoral|sheriffs?|attorney|attorneys|mayors?|governors?|legislature|news|times|post|daily|tv|television|radio|group|company|corporation|team|club|headquarters|staff|command|trade|treasury|press|information|media|division|district|human|rights)$/;

/** Whether a body's words name one body, or one of its country, rather than one of many ("Fire Department"). */
export function isDistinctive(n: Node): boolean {
  if (n.body === null) return false;
  if (n.body.listed || n.body.country !== null) return true;
  if (/^\p{Lu}{4,}$/u.test(n.source.name)) return true;
  const words = n.body.words.split(' ');
  const special = words.filter((w) => !GENERIC_WORD.test(w)).length;
  return special > 0 && words.length > 1;
}
