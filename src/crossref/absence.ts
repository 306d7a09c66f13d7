import type { Quantity } from '../analysis';
import type { CorpusArticle } from '../corpus';

const NONE =
  /\b(?:no(?:t any)? (?:one|body|dead|deaths?|wounded|injured|injuries|fatalities|casualties|victims)|nobody|none)\b/giu;

/**
 * "No one was killed", "no dead or wounded": a count of zero that has no number word. What the analysis already has is not
 * found again. Near-linear.
 */
export function findAbsences(article: CorpusArticle): Quantity[] {
  const found: Quantity[] = [];
  const known = [...article.analysis.quantities].sort((p, q) => p.start - q.start);
  let next = 0;
  /** How far the quantities reach that begin before the end of the words at hand. */
  let reached = 0;
  for (const m of article.text.prose.matchAll(NONE)) {
    const start = m.index;
    const end = start + m[0].length;
    for (let q = known[next]; q !== undefined && q.start < end; q = known[++next])
      reached = Math.max(reached, q.end);
    if (start < reached) continue;
    const space = m[0].lastIndexOf(' ');
    const thingSpan = space < 0 ? null : { start: start + space + 1, end };
    const thing = space < 0 ? null : m[0].slice(space + 1);
    found.push({
      start,
      end,
      text: m[0],
      kind: 'count',
      value: 0,
      unit: null,
      modifier: null,
      thing,
      thingSpan,
    });
  }
  return found;
}
