import type { CancellationToken } from 'vscode-languageserver';
import { LARGEST_SHOWN } from './features/overview';
import type { ComparisonJob } from '../crossref';
import type { OpenFolder } from './folders';
import type { Background } from './platform';
import { noteAsked } from './quiet';
import type { Session } from './session';
import { analyseDocument, factsChanged } from './session';
import { Slices } from './slices';

/** Comparisons that are over sooner show no progress, in milliseconds. */
const QUIET = 1000;
/** Milliseconds between two reports of progress. */
const REPORT = 100;

/**
 * Compares an article's story, if that is still to be done, and lets other events run meanwhile; to be awaited before anything is
 * asked about the article's facts.
 */
export function compareAround(session: Session, uri: string): Promise<void> {
  return compareOnce(session, uri, 'around');
}

/** Compares an article with those nearest to it, which is enough for a card; whatever else shows facts waits for its whole story. */
export function compareNear(session: Session, uri: string): Promise<void> {
  noteAsked(session);
  return compareOnce(session, uri, 'near');
}

/** An article that changes this often while it is compared is answered for as it is. */
const MOST_ROUNDS = 20;

/** The comparisons under way on a connection, by what they are of. */
const underWay = new WeakMap<Session, Map<string, Promise<void>>>();

/**
 * Compares the present version of an article, again where it changes meanwhile. Whoever wants the same comparison waits for the one
 * that is under way.
 */
async function compareOnce(session: Session, uri: string, what: 'near' | 'around'): Promise<void> {
  const running = underWay.get(session) ?? new Map<string, Promise<void>>();
  underWay.set(session, running);
  const key = `${what} ${uri}`;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { open, path } = session.folders.locate(uri);
    const document = session.documents.get(uri);
    if (document !== undefined) analyseDocument(session, document);
    const comparison = open.folder.comparison();
    if (what === 'near' ? comparison.hasSoFar(path) : comparison.has(path)) return;
    let run = running.get(key);
    if (run === undefined) {
      const slices = new Slices(session.platform, what === 'near' ? 'reader' : 'editor');
      const steps = what === 'near' ? comparison.stepsAround(path) : comparison.steps(path);
      const article = open.folder.article(path);
      const stands = (): boolean =>
        open.folder.article(path) === article && session.documents.get(uri)?.version === document?.version;
      run = slices.run(asLongAs(stands, steps)).finally(() => running.delete(key));
      running.set(key, run);
    }
    await run;
  }
}

/** The steps up to the first before which something no longer holds. */
export function* asLongAs(
  holds: () => boolean,
  steps: Iterator<undefined, void>,
): Generator<undefined, void> {
  while (holds() && steps.next().done !== true) yield;
}

/** The connections on which a folder is being compared. */
const comparing = new WeakMap<object, number>();

/** Whether a folder is being compared: what nobody waits for is better left until then. */
export function isComparing(session: object): boolean {
  return (comparing.get(session) ?? 0) > 0;
}

/**
 * Compares everything in a folder, the stories of the open articles first, and tells the client when there is something to show:
 * once for what its trees show of a large folder, the open articles' stories, and once for all.
 */
export async function compareFolder(session: Session, open: OpenFolder): Promise<void> {
  const here = session.documents.all().map((document) => session.folders.locate(document.uri));
  const first = here.filter((located) => located.open === open).map((located) => located.path);
  const paths = open.folder.articles().map((article) => article.path);
  const slices = new Slices(session.platform, 'nobody');
  for (const path of first) await slices.run(open.folder.comparison().steps(path));
  if (paths.length > LARGEST_SHOWN) factsChanged(session);
  comparing.set(session, (comparing.get(session) ?? 0) + 1);
  await compareArticles(session, open, paths).finally(() =>
    comparing.set(session, (comparing.get(session) ?? 1) - 1),
  );
  factsChanged(session);
}

/** Compares the stories of some articles, each once, beside the server where that is possible; progress can be cancelled. */
async function compareArticles(session: Session, open: OpenFolder, paths: readonly string[]): Promise<void> {
  const progress = new LateProgress(session, session.say({ message: 'Comparing articles', args: [] }));
  const background = session.background();
  const slices = new Slices(session.platform, 'nobody');
  const running = new Set<Promise<void>>();
  for (const [i, path] of paths.entries()) {
    if (progress.cancelled) break;
    const comparison = open.folder.comparison();
    if (background === null) await slices.run(comparison.steps(path));
    else {
      await slices.run(comparison.stories.prepare(path));
      await startJob(background, running, comparison.job(path));
    }
    await progress.report(i, paths.length);
    await slices.next();
  }
  await Promise.all(running);
  progress.done();
}

/**
 * Nobody waits for these jobs, so they leave room for what somebody does wait for. A job that fails is left: its story is compared when
 * somebody asks for it.
 */
async function startJob(
  background: Background,
  running: Set<Promise<void>>,
  job: ComparisonJob | undefined,
): Promise<void> {
  if (job === undefined) return;
  const work = background
    .compare(job.story)
    .catch(() => null)
    .then(job.end)
    .finally(() => running.delete(work));
  running.add(work);
  while (running.size >= background.quietRoom) await Promise.race(running);
}

/** Progress that only shows where the work takes its time. */
class LateProgress {
  private readonly start = Date.now();
  private reported = 0;
  private token: CancellationToken | undefined;
  private shown: Awaited<ReturnType<Session['connection']['window']['createWorkDoneProgress']>> | undefined;

  constructor(
    private readonly session: Session,
    private readonly title: string,
  ) {}

  get cancelled(): boolean {
    return this.token?.isCancellationRequested === true;
  }

  async report(done: number, total: number): Promise<void> {
    const now = Date.now();
    if (now - this.start < QUIET || now - this.reported < REPORT) return;
    this.reported = now;
    if (this.shown === undefined) {
      this.shown = await this.session.connection.window.createWorkDoneProgress();
      this.token = this.shown.token;
      this.shown.begin(this.title, 0, undefined, true);
    }
    this.shown.report(Math.floor((100 * done) / total), `${done} / ${total}`);
  }

  done(): void {
    this.shown?.done();
  }
}
