import type { LinkGroup } from './linked-groups';

/**
 * The things of a group, numbered from 0 in their order, with the scores of the links between them. Scores are fastest asked for with
 * the same first thing many times in a row.
 */
export class LinkScores<Link> {
  /** Places among all things, ascending. */
  readonly places: readonly number[];
  /** The numbers of each link's ends. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  private readonly starts: Int32Array;
  private readonly others: Int32Array;
  private readonly values: Float64Array;
  /** The scores of {@link current} with all others; NaN where there is no link. */
  private readonly row: Float64Array;
  private current = -1;

  /**
   * @param more things without links that belong to the group
   * @param numbers room for all things; what stands there is overwritten
   */
  constructor(
    group: LinkGroup<Link>,
    more: readonly number[],
    scoreOf: (link: Link) => number,
    private readonly numbers: Int32Array,
  ) {
    const { links } = group;
    this.places = distinct([group.a, group.b, more], numbers).sort((x, y) => x - y);
    this.places.forEach((place, i) => (numbers[place] = i));
    this.a = numbered(group.a, numbers);
    this.b = numbered(group.b, numbers);
    const count = this.places.length;
    const starts = new Int32Array(count + 1);
    for (const end of [this.a, this.b]) for (const x of end) starts[x + 1] = (starts[x + 1] ?? 0) + 1;
    for (let i = 0; i < count; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
    this.starts = starts;
    this.others = new Int32Array(2 * links.length);
    this.values = new Float64Array(2 * links.length);
    const next = starts.slice();
    links.forEach((link, k) => {
      const [x, y, score] = [this.a[k] ?? 0, this.b[k] ?? 0, scoreOf(link)];
      this.enter(next, x, y, score);
      this.enter(next, y, x, score);
    });
    this.row = new Float64Array(count).fill(NaN);
  }

  private enter(next: Int32Array, x: number, y: number, score: number): void {
    const at = next[x] ?? 0;
    this.others[at] = y;
    this.values[at] = score;
    next[x] = at + 1;
  }

  /** The number of a thing by its place among all. */
  numberOf(place: number): number {
    return this.numbers[place] ?? 0;
  }

  /** Whether a thing has links. */
  isLinked(x: number): boolean {
    return (this.starts[x + 1] ?? 0) > (this.starts[x] ?? 0);
  }

  /** The score of the link between two things; where there are several, of the last. */
  between(x: number, y: number): number | undefined {
    if (x !== this.current) this.load(x);
    const score = this.row[y] ?? NaN;
    return Number.isNaN(score) ? undefined : score;
  }

  private load(x: number): void {
    const { starts, others, values, row } = this;
    if (this.current >= 0)
      for (let k = starts[this.current] ?? 0; k < (starts[this.current + 1] ?? 0); k++)
        row[others[k] ?? 0] = NaN;
    for (let k = starts[x] ?? 0; k < (starts[x + 1] ?? 0); k++) row[others[k] ?? 0] = values[k] ?? NaN;
    this.current = x;
  }
}

function numbered(places: readonly number[], numbers: Int32Array): Int32Array {
  // Int32Array.from with a function is several times slower.
  const own = new Int32Array(places.length);
  places.forEach((place, k) => (own[k] = numbers[place] ?? 0));
  return own;
}

const SEEN = -1;

/** Each place of some lists once. */
function distinct(lists: readonly (readonly number[])[], marks: Int32Array): number[] {
  const places: number[] = [];
  for (const list of lists) {
    for (const place of list) {
      if (marks[place] === SEEN) continue;
      marks[place] = SEEN;
      places.push(place);
    }
  }
  return places;
}
