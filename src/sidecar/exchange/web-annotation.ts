import type { Annotation, AnnotationSet, Conflict, Reply, See, Selector } from '../../annotation';

/** JSON as it is written. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The prefix of ids that are ours; anything else comes from another tool. */
export const OUR_IDS = 'urn:corroborate:';

const CONTEXT: Json = ['http://www.w3.org/ns/anno.jsonld', { corroborate: OUR_IDS }];

/**
 * An article's annotations as a W3C Web Annotation page (JSON-LD). A reply is an annotation of its own whose target is the one it answers.
 * What the model has and the standard has not (the base text's id, open conflicts, the verdict) has names of ours.
 */
export function toWebAnnotations(set: AnnotationSet): Json {
  return {
    '@context': CONTEXT,
    type: 'AnnotationPage',
    'corroborate:version': set.version,
    'corroborate:article': set.article,
    items: set.annotations.flatMap((annotation) => [
      threadStart(annotation, set.article),
      ...annotation.replies.map((reply) => replyTo(annotation, reply)),
    ]),
  };
}

function threadStart(annotation: Annotation, article: string): Json {
  return {
    id: OUR_IDS + annotation.id,
    type: 'Annotation',
    motivation: 'assessing',
    ...origin(annotation),
    body: [
      body('assessing', annotation.status),
      ...(annotation.note === ''
        ? []
        : [{ ...body('commenting', annotation.note), format: 'text/markdown' }]),
      ...annotation.tags.map((tag) => body('tagging', tag)),
      ...annotation.sees.map(link),
    ],
    target: target(article, annotation.selector),
    ...(annotation.verdict === undefined ? {} : { 'corroborate:verdict': annotation.verdict }),
    ...openConflicts(annotation.conflicts),
  };
}

function replyTo(annotation: Annotation, reply: Reply): Json {
  return {
    id: `${OUR_IDS}${annotation.id}:${reply.id}`,
    type: 'Annotation',
    motivation: 'replying',
    ...origin(reply),
    body: [{ ...body('replying', reply.text), format: 'text/markdown' }],
    target: OUR_IDS + annotation.id,
    ...openConflicts(reply.conflicts),
  };
}

function origin({
  by,
  made,
  edited,
}: {
  readonly by: string;
  readonly made: string;
  readonly edited?: string;
}) {
  return {
    creator: { type: 'Person', name: by },
    created: made,
    ...(edited === undefined ? {} : { modified: edited }),
  };
}

function body(purpose: string, value: string) {
  return { type: 'TextualBody', purpose, value };
}

function link(see: See): Json {
  const quote = see.quote === undefined ? {} : { selector: { type: 'TextQuoteSelector', exact: see.quote } };
  return { type: 'SpecificResource', purpose: 'linking', source: see.article, ...quote };
}

function target(article: string, selector: Selector | undefined): Json {
  if (selector === undefined) return { source: article };
  const { quote, prefix, suffix, base, at } = selector;
  const words = {
    type: 'TextQuoteSelector',
    exact: quote,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
  };
  return {
    source: article,
    selector:
      at === undefined ? [words] : [words, { type: 'TextPositionSelector', start: at.start, end: at.end }],
    ...(base === undefined ? {} : { state: { type: 'corroborate:GitBlob', 'corroborate:blob': base } }),
  };
}

function openConflicts(conflicts: readonly Conflict[] | undefined) {
  if (conflicts === undefined) return {};
  return { 'corroborate:conflicts': conflicts.map(({ field, values }) => ({ field, values })) };
}
