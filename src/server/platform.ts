import type { Message, StoryJob } from '../crossref';
import type { ArticleRecord, KeyedRecord } from '../corpus';
import type { DecodeBytes, UnreadText } from '../service';
import type { InitializationOptions } from '../protocol';

/** The outside world as the server needs it: a Node process and a web worker each bring their own. */
export interface Platform {
  /** Addresses of the files below a folder that match the globs. */
  list(folder: string, include: readonly string[], exclude: readonly string[]): Promise<string[]>;
  /** A file's bytes, or null where there is none. Rejects where it cannot be read. */
  read(uri: string): Promise<Uint8Array | null>;
  /** The sidecars of a folder. */
  readonly sidecars: SidecarFiles;
  /** The tagger's weights, or null where they cannot be had. */
  loadModel(options: InitializationOptions): Promise<Uint8Array | null>;
  /** Who annotates, as version control knows them; an empty text where it does not. */
  author(folder: string): Promise<string>;
  /** Makes the platform ready once the client has said what it has; before anything else is asked of it. */
  prepare(options: InitializationOptions): Promise<void>;
  /** Removes what killed writers left in a folder that is being opened. */
  cleanFolder(folder: string): Promise<void>;
  /** Keeps the text that an annotation was made in, for finding its words again; gives git's blob id of it. */
  keepBase(text: string): Promise<string>;
  /** The kept or committed texts of some blob ids, as far as they are to be had. */
  baseTexts(folder: string, blobIds: ReadonlySet<string>): Promise<(id: string) => string | undefined>;
  /** The versions of a file that git left in conflict, or null. */
  stages(uri: string): Promise<{ base: string; ours: string; theirs: string } | null>;
  /**
   * What else works on articles beside this thread, and what is kept of earlier work; null where there is nothing of the kind.
   * @param weights the tagger's weights
   */
  background(weights: Uint8Array | null): Background | null;
  readonly decode: DecodeBytes;
  readonly random: (bytes: Uint8Array) => Uint8Array;
  /** Lets other events run; long loops await it between two pieces of work. */
  pause(): Promise<void>;
}

/** Work that is done beside the server's own thread. */
export interface Background {
  /** How many jobs to hand in at once so that no thread waits. */
  readonly room: number;
  /** How many to hand in at once so that a processor stays free for those who work meanwhile. */
  readonly quietRoom: number;
  /** Reads and analyses texts; the answer is in their order. Rejects where that was not possible. */
  analyse(texts: readonly UnreadText[]): Promise<readonly KeyedRecord[]>;
  /** Compares a story; gives the packed facts. Rejects where that was not possible. */
  compare(story: StoryJob): Promise<Uint8Array>;
  /** What is known of a folder's articles from earlier; null where nothing is kept. */
  records(folder: string): Promise<Records | null>;
  stop(): void;
}

/** Records of articles that outlive the server. */
export interface Records {
  take(key: string): ArticleRecord | undefined;
  add(records: readonly KeyedRecord[]): Promise<void>;
  /** To be called once, when all articles were looked for. */
  finish(): Promise<void>;
}

/** How sidecars reach the disk; the Node platform locks, merges and writes atomically. */
export interface SidecarFiles {
  /**
   * Changes a sidecar: `change` gets the text that is there now (null: no file) and gives the new one, or null to delete nothing and
   * write nothing.
   * @returns the text that stands on disk afterwards. Rejects with a {@link Refusal} where it cannot write
   */
  update(uri: string, change: (now: string | null) => string | null): Promise<string | null>;
}

/** Why the outside world refused, in words that can be translated. */
export class Refusal extends Error {
  constructor(readonly reason: Message) {
    super(reason.message);
  }
}

/** An error in words for people: a {@link Refusal}'s, else the system's own. */
export function reasonOf(error: unknown, say: (message: Message) => string): string {
  if (error instanceof Refusal) return say(error.reason);
  return error instanceof Error ? error.message : String(error);
}
