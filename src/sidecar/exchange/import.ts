import { gitBlobId, SIDECAR_VERSION, STATUSES } from '../../annotation';
import type { Annotation, AnnotationSet, Conflict, Reply, See, Selector } from '../../annotation';
import { byCodeUnit } from '../fields';
import { JsonObject } from './json-reader';
import { OUR_IDS } from './web-annotation';

/** What was read, and how many items were not understood. */
export interface Imported {
  readonly set: AnnotationSet;
  readonly skipped: number;
}

/**
 * Reads W3C Web Annotations: a page, a collection with one page inside, a list, or one annotation. What we exported comes back as it
 * was; of other tools' annotations the words, the comment, the tags and the author.
 * @param json parsed JSON, of any origin
 * @param article the article's file name, where the data does not say
 */
export function fromWebAnnotations(json: unknown, article: string): Imported {
  const page = JsonObject.of(json);
  const inner = page?.object('first') ?? page;
  const items = Array.isArray(json) ? json : (inner?.get('items') ?? (page === null ? [] : [json]));
  const objects: (JsonObject | null)[] = (Array.isArray(items) ? items : []).map((item) =>
    JsonObject.of(item),
  );
  const threads: Annotation[] = [];
  const replies: { root: string; reply: Reply }[] = [];
  let skipped = 0;
  for (const item of objects) {
    const parent = item?.text('target');
    if (item?.text('type') !== 'Annotation') skipped++;
    else if (parent !== undefined && item.text('motivation') === 'replying')
      replies.push({ root: threadId(parent), reply: readReply(item) });
    else threads.push(readThread(item));
  }
  const set = assemble(
    threads,
    replies,
    inner?.text('corroborate:article') ?? article,
    inner?.number('corroborate:version'),
  );
  return {
    set,
    skipped: skipped + replies.filter(({ root }) => !threads.some(({ id }) => id === root)).length,
  };
}

/**
 * Reads annotations as Hypothesis exports or returns them (`{ rows: […] }`, or a list). Positions are not taken over: they count the
 * letters of a web page. Replies to replies are joined to the thread.
 */
export function fromHypothesis(json: unknown, article: string): Imported {
  const outer = JsonObject.of(json);
  const rows = Array.isArray(json) ? json : (outer?.get('rows') ?? outer?.get('annotations'));
  const threads: Annotation[] = [];
  const replies: { root: string; reply: Reply }[] = [];
  let skipped = 0;
  for (const row of Array.isArray(rows) ? rows : []) {
    const item = JsonObject.of(row);
    const id = item?.text('id');
    if (item === null || id === undefined) skipped++;
    else {
      const [root] = item.texts('references');
      const by = (item.text('user') ?? 'unknown').replace(/^acct:/, '') || 'unknown';
      const dates = times(item.text('created'), item.text('updated'));
      const text = item.text('text') ?? '';
      if (root !== undefined)
        replies.push({ root: foreignId(root), reply: { id: foreignId(id), by, ...dates, text } });
      else threads.push(hypothesisThread(item, foreignId(id), { by, ...dates }, text));
    }
  }
  const set = assemble(threads, replies, article, undefined);
  return {
    set,
    skipped: skipped + replies.filter(({ root }) => !threads.some((thread) => thread.id === root)).length,
  };
}

function hypothesisThread(
  item: JsonObject,
  id: string,
  origin: Pick<Annotation, 'by' | 'made' | 'edited'>,
  note: string,
): Annotation {
  const selectors = item.objects('target').flatMap((target) => target.objects('selector'));
  const words = readSelector(
    selectors.filter((selector) => selector.text('type') === 'TextQuoteSelector'),
    null,
  );
  const tags = item.texts('tags').filter((tag) => tag !== '');
  return {
    id,
    ...(words === undefined ? {} : { selector: words }),
    ...origin,
    status: 'unchecked',
    tags,
    note,
    sees: [],
    replies: [],
  };
}

function assemble(
  threads: readonly Annotation[],
  replies: readonly { readonly root: string; readonly reply: Reply }[],
  article: string,
  version: number | undefined,
): AnnotationSet {
  const annotations = new Map(threads.map((thread) => [thread.id, thread]));
  for (const { root, reply } of replies) {
    const thread = annotations.get(root);
    if (thread !== undefined) annotations.set(root, { ...thread, replies: [...thread.replies, reply] });
  }
  const sorted = [...annotations.values()]
    .map((thread) => ({ ...thread, replies: [...thread.replies].sort((a, b) => byCodeUnit(a.id, b.id)) }))
    .sort((a, b) => byCodeUnit(a.id, b.id));
  return { version: version ?? SIDECAR_VERSION, article, annotations: sorted };
}

function readThread(item: JsonObject): Annotation {
  const bodies = item.objects('body');
  const written = (purpose: string): string[] =>
    bodies.filter((body) => body.text('purpose') === purpose).flatMap((body) => body.text('value') ?? []);
  const plain = bodies
    .filter((body) => body.get('purpose') === undefined)
    .flatMap((body) => body.text('value') ?? []);
  const target = item.object('target');
  const selector = readSelector(target?.objects('selector') ?? [], target?.object('state') ?? null);
  const assessed = written('assessing')[0];
  const verdict = item.text('corroborate:verdict');
  return {
    id: threadId(item.text('id') ?? JSON.stringify(item)),
    ...(selector === undefined ? {} : { selector }),
    ...readOrigin(item),
    status: STATUSES.find((status) => status === assessed) ?? 'unchecked',
    ...(verdict === undefined ? {} : { verdict }),
    tags: written('tagging').filter((tag) => tag !== ''),
    note: [...written('commenting'), ...plain, ...item.texts('body')].join('\n\n'),
    sees: bodies.filter((body) => body.text('purpose') === 'linking').flatMap(readLink),
    replies: [],
    ...readConflicts(item),
  };
}

function readReply(item: JsonObject): Reply {
  const id = item.text('id') ?? '';
  const ours = id.startsWith(OUR_IDS) ? (id.split(':')[3] ?? '') : '';
  const text = item.objects('body').flatMap((body) => body.text('value') ?? []);
  return {
    id: isId(ours) ? ours : foreignId(id),
    ...readOrigin(item),
    text: text.join('\n\n'),
    ...readConflicts(item),
  };
}

function readOrigin(item: JsonObject): Pick<Annotation, 'by' | 'made' | 'edited'> {
  const creator = item.object('creator');
  const by =
    creator?.text('name') ?? creator?.text('nickname') ?? creator?.text('id') ?? item.text('creator');
  return {
    by: by === undefined || by === '' ? 'unknown' : by,
    ...times(item.text('created'), item.text('modified')),
  };
}

function times(created: string | undefined, changed: string | undefined): { made: string; edited?: string } {
  const made = created ?? '1970-01-01T00:00:00Z';
  return changed === undefined || changed === created ? { made } : { made, edited: changed };
}

function readSelector(selectors: readonly JsonObject[], state: JsonObject | null): Selector | undefined {
  const words = selectors.find((selector) => selector.text('type') === 'TextQuoteSelector');
  const quote = words?.text('exact');
  if (words === undefined || quote === undefined || quote === '') return undefined;
  const [prefix, suffix] = [words.text('prefix'), words.text('suffix')];
  const place = selectors.find((selector) => selector.text('type') === 'TextPositionSelector');
  const [start, end] = [place?.number('start'), place?.number('end')];
  const base = state?.text('corroborate:blob');
  return {
    quote,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
    ...(base === undefined ? {} : { base }),
    ...(start === undefined || end === undefined || end < start ? {} : { at: { start, end } }),
  };
}

function readLink(item: JsonObject): See[] {
  const article = item.text('source');
  const quote = item.object('selector')?.text('exact');
  return article === undefined ? [] : [{ article, ...(quote === undefined ? {} : { quote }) }];
}

function readConflicts(item: JsonObject): { conflicts?: readonly Conflict[] } {
  const conflicts = item
    .objects('corroborate:conflicts')
    .map((conflict) => ({ field: conflict.text('field') ?? '', values: conflict.texts('values') }));
  return conflicts.length === 0 ? {} : { conflicts };
}

function threadId(uri: string): string {
  const ours = uri.startsWith(OUR_IDS) ? (uri.split(':')[2] ?? '') : '';
  return isId(ours) ? ours : foreignId(uri);
}

function isId(id: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(id);
}

/** An id made from another tool's, so that what is imported twice is there once. */
function foreignId(id: string): string {
  return `w${gitBlobId(id).slice(0, 11)}`;
}
