import { anchor, UNRESOLVED } from '../annotation';
import type { AnchorResult, Annotation, BaseText, Status } from '../annotation';
import type { Span } from '../text';
import { parseTree } from './parse';
import type { ProblemCode } from './problems';
import { pairOf } from './tree';
import type { MapNode } from './tree';
import { FORMAT } from './upgrade';

/** What `check` can find: the file's own problems, and those below. */
export type FindingCode =
  | ProblemCode
  /** The annotation's words are gone, were changed, or could be at several places. */
  | 'anchor-lost'
  | 'anchor-changed'
  | 'anchor-ambiguous'
  /** A merge left two values for a person to decide between. */
  | 'merge-conflict'
  /** The status leaves work for somebody. */
  | 'open-status'
  /** There is no such article beside the sidecar. */
  | 'no-article'
  /** The sidecar names another article. */
  | 'other-article';

/** Something to look at, with its place in the sidecar. */
export interface Finding extends Span {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning' | 'note';
  /** English, `{0}` stands for `args[0]`. */
  readonly message: string;
  readonly args: readonly (string | number)[];
  readonly id: string | null;
  readonly status: Status | null;
  /** For anchors: where the words are, or may be, in the article. */
  readonly inArticle: Span | null;
  /** For a sidecar without an article: the articles that it may belong to, the likeliest first. */
  readonly homes?: readonly string[];
}

/** The article that a sidecar stands beside. */
export interface CheckedArticle {
  readonly name: string;
  /** The text as an editor shows it; null where there is no such file. */
  readonly text: string | null;
  /** Paths of the articles that look like it, where it is gone; the likeliest first. */
  readonly homes?: readonly string[];
}

/**
 * Checks a sidecar against its article.
 * @param text the sidecar
 * @param base see {@link anchor}
 * @returns findings in the order of the sidecar
 */
export function checkSidecar(text: string, article: CheckedArticle, base?: BaseText): Finding[] {
  const { root, set, problems } = parseTree(text, FORMAT);
  const findings: Finding[] = problems.map((problem) => ({
    ...problem,
    id: problem.id ?? null,
    status: null,
    inArticle: null,
  }));
  if (root === null) return findings;
  const places = new Places(root);
  if (article.text === null) findings.push(noArticle(article, places));
  if (set.article !== article.name)
    findings.push(
      found('other-article', 'error', places.article, 'This file is beside {0} and names another article.', [
        article.name,
      ]),
    );
  for (const annotation of set.annotations) findings.push(...checkEntry(annotation, places));
  if (article.text !== null) {
    const results = anchor(set.annotations, article.text, base);
    results.forEach((result, i) => {
      const annotation = set.annotations[i];
      if (annotation !== undefined) findings.push(...checkAnchor(annotation, result, places));
    });
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}

function noArticle({ name, homes = [] }: CheckedArticle, { article }: Places): Finding {
  const [likely] = homes;
  if (likely === undefined) return found('no-article', 'error', article, 'There is no article {0}.', [name]);
  const words = 'There is no article {0}. It may be {1} now; "corroborate adopt" moves this file along.';
  return { ...found('no-article', 'error', article, words, [name, likely]), homes };
}

function checkEntry(annotation: Annotation, places: Places): Finding[] {
  const { id, status } = annotation;
  const findings: Finding[] = [];
  if (UNRESOLVED.has(status))
    findings.push({
      ...found('open-status', 'note', places.field(id, 'status'), 'The status is "{0}".', [status]),
      id,
      status,
    });
  const open = [annotation, ...annotation.replies].flatMap(({ conflicts }) => conflicts ?? []);
  for (const { field, values } of open) {
    const words = 'Two versions of "{0}" were merged and wait for a decision: {1}.';
    const args = [field, values.map((value) => JSON.stringify(value)).join(' / ')];
    findings.push({
      ...found('merge-conflict', 'error', places.field(id, 'conflicts'), words, args),
      id,
      status,
    });
  }
  return findings;
}

const ANCHOR_FINDINGS = {
  lost: ['anchor-lost', 'error', 'The annotated words are gone: "{0}".'],
  changed: ['anchor-changed', 'error', 'The annotated words have changed: "{0}".'],
  ambiguous: ['anchor-ambiguous', 'error', 'The annotated words could be at several places: "{0}".'],
} as const;

function checkAnchor(annotation: Annotation, result: AnchorResult, places: Places): Finding[] {
  if (result.status === 'exact' || result.status === 'moved') return [];
  const { id, status } = annotation;
  const [code, severity, words] = ANCHOR_FINDINGS[result.status];
  const quote = (annotation.selector?.quote ?? '').slice(0, 200);
  const inArticle = result.span ?? result.suggestion;
  return [{ ...found(code, severity, places.field(id, 'quote'), words, [quote]), id, status, inArticle }];
}

function found(
  code: FindingCode,
  severity: Finding['severity'],
  { start, end }: Span,
  message: string,
  args: readonly (string | number)[],
): Finding {
  return { code, severity, start, end, message, args, id: null, status: null, inArticle: null };
}

/** Where fields are in the sidecar. */
class Places {
  readonly article: Span;
  private readonly entries: ReadonlyMap<
    string,
    { readonly key: Span; readonly fields: ReadonlyMap<string, Span> }
  >;

  constructor(root: MapNode) {
    this.article = pairOf(root, 'article')?.value ?? { start: root.start, end: root.start };
    const entries = pairOf(root, 'annotations')?.value;
    this.entries = new Map(
      (entries?.kind === 'map' ? entries.pairs : []).map((pair) => {
        const fields = pair.value.kind === 'map' ? pair.value.pairs : [];
        return [pair.key, { key: pair, fields: new Map(fields.map((field) => [field.key, field.value])) }];
      }),
    );
  }

  /** The value of an entry's field, or its key where it has no such field. */
  field(id: string, name: string): Span {
    const entry = this.entries.get(id);
    return entry?.fields.get(name) ?? entry?.key ?? { start: 0, end: 0 };
  }
}
