import { URI, Utils } from 'vscode-uri';
import type { Analyser } from '../analysis';
import type { Article, Folder } from '../service';
import { createFolder } from '../service';
import type { Lines } from './positions';
import { linesOf } from './positions';

/** A workspace folder with its articles, and the addresses of its files. */
export interface OpenFolder {
  /** The folder's address without a slash at the end; empty for files outside every folder. */
  readonly uri: string;
  readonly folder: Folder;
}

/** Where an address belongs. */
export interface Located {
  readonly open: OpenFolder;
  readonly path: string;
}

/** The workspace's folders. Files outside all of them share one folder of their own, so they can still be compared. */
export class Folders {
  private readonly open = new Map<string, OpenFolder>();
  private readonly loose: OpenFolder;
  /** Open files that are deleted: they stand in no folder any more. */
  private readonly gone = new Set<string>();
  /** What folders are called, worked out when somebody asks. */
  private labels: ReadonlyMap<OpenFolder, string> | null = null;
  private readonly lines = new WeakMap<Article, Lines>();
  /** Folders whose articles are not all read yet, and who waits for that. */
  private readonly unread = new Map<OpenFolder, (() => void)[]>();

  constructor(private analyser: Analyser) {
    this.loose = { uri: '', folder: createFolder(analyser) };
  }

  add(uri: string): OpenFolder {
    const key = normalise(uri);
    const folder = { uri: key, folder: createFolder(this.analyser) };
    this.open.set(key, folder);
    this.labels = null;
    return folder;
  }

  /** Notes that a folder's articles are being read, or have been. */
  reading(open: OpenFolder, now: boolean): void {
    const waiting = this.unread.get(open) ?? [];
    if (now) this.unread.set(open, waiting);
    else if (this.unread.delete(open)) for (const goOn of waiting) goOn();
  }

  isReading(open: OpenFolder): boolean {
    return this.unread.has(open);
  }

  /** Resolves when a folder's articles are read, or after so many milliseconds. */
  untilRead(open: OpenFolder, atMost: number): Promise<void> {
    const waiting = this.unread.get(open);
    if (waiting === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, atMost);
      waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  remove(uri: string): void {
    const key = normalise(uri);
    const open = this.open.get(key);
    if (open !== undefined) this.reading(open, false);
    this.open.delete(key);
    this.labels = null;
  }

  all(): readonly OpenFolder[] {
    return [...this.open.values()];
  }

  /** The folder that holds a file (the innermost, where folders nest) and the file's path in it. */
  locate(uri: string): Located {
    const key = normalise(uri);
    if (this.gone.has(key)) return { open: this.loose, path: key };
    let best: OpenFolder | undefined;
    for (const folder of this.open.values())
      if (key.startsWith(`${folder.uri}/`) && folder.uri.length > (best?.uri.length ?? -1)) best = folder;
    if (best === undefined) return { open: this.loose, path: key };
    return { open: best, path: decodeURIComponent(key.slice(best.uri.length + 1)) };
  }

  /** Notes that an open file was deleted, or is there again: until then it is read, but is no article of its folder. */
  setGone(uri: string, gone: boolean): void {
    const key = normalise(uri);
    if (gone === this.gone.has(key)) return;
    const { open, path } = this.locate(uri);
    open.folder.remove(path);
    if (gone) this.gone.add(key);
    else this.gone.delete(key);
  }

  /** Why a file is compared with no folder's articles: it is deleted, or not saved yet; null where it stands in a folder, or could. */
  apart(uri: string): 'deleted' | 'unsaved' | null {
    if (this.gone.has(normalise(uri))) return 'deleted';
    return uri.startsWith('untitled:') ? 'unsaved' : null;
  }

  /** The address of a path in a folder. */
  uriOf(open: OpenFolder, path: string): string {
    if (open === this.loose) return path;
    return Utils.joinPath(URI.parse(open.uri), path).toString();
  }

  /** A path as people know it inside its folder; of a file outside all folders its name. */
  shortName(open: OpenFolder, path: string): string {
    return open === this.loose ? Utils.basename(URI.parse(path)) : path;
  }

  /** A path (or a story's name) as people tell it from those of the other open folders. */
  nameOf(open: OpenFolder, path: string): string {
    if (this.open.size < 2 || open === this.loose) return path;
    this.labels ??= labelsOf(this.all());
    return `${this.labels.get(open) ?? open.uri}/${path}`;
  }

  /** The line starts of an article's present text. */
  linesOf(open: OpenFolder, path: string): Lines | undefined {
    const article = open.folder.article(path);
    if (article === undefined) return undefined;
    let lines = this.lines.get(article);
    if (lines === undefined) this.lines.set(article, (lines = linesOf(article.source)));
    return lines;
  }

  /** Analyses every article again with a better analyser, folder by folder. */
  useAnalyser(analyser: Analyser): void {
    this.analyser = analyser;
    for (const { folder } of [...this.open.values(), this.loose]) folder.useAnalyser(analyser);
  }
}

/** What folders are called beside each other: by their own names, with as many of the folders around them as tell them apart. */
function labelsOf(folders: readonly OpenFolder[]): Map<OpenFolder, string> {
  const parts = folders.map(({ uri }) => URI.parse(uri).path.split('/').filter(Boolean));
  const tail = (i: number, length: number): string => parts[i]?.slice(-length).join('/') ?? '';
  return new Map(
    folders.map((open, i) => {
      const deepest = parts[i]?.length ?? 0;
      for (let length = 1; length <= deepest; length++)
        if (folders.every((_, j) => j === i || tail(j, length) !== tail(i, length)))
          return [open, tail(i, length)];
      return [open, open.uri];
    }),
  );
}

/** One spelling for each address: editors differ in what they percent-encode. */
export function normalise(uri: string): string {
  return URI.parse(uri).toString().replace(/\/$/, '');
}
