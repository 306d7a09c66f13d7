/**
 * What the editor and the language server say to each other beyond the language server protocol: names and types only, so the
 * client can import it. Positions are those of LSP: zero-based lines and UTF-16 characters.
 */
import type { Place, Range } from './places';

/** What a highlighted stretch is; each has its own colour. */
export type HighlightKind =
  'statement.source' | 'statement.cue' | 'statement.content' | 'statement.nonclaim' | 'quantity' | 'name';

/** Ranges to colour in one version of one open article. */
export interface Highlights {
  readonly uri: string;
  readonly version: number;
  readonly ranges: readonly { readonly kind: HighlightKind; readonly range: Range }[];
}

export type RelationName = 'agree' | 'refine' | 'differ';

/** One other article's words for the fact under the pointer. All texts are the article's own and untrusted. */
export interface CardRow extends Place {
  /** Who published the article, where people wrote it down. */
  readonly outlet: string | null;
  readonly words: string;
  /** The value as read from the words, in plain writing ("1,500 km"), or null. */
  readonly value: string | null;
  readonly speaker: string | null;
  readonly relation: RelationName;
  /** False: "perhaps the same". */
  readonly certain: boolean;
}

/** Asks for the card of what stands at a position. */
export interface CardParams {
  readonly uri: string;
  readonly position: Range['start'];
  /** Whether every other article is to have a row; a card that is looked at has a few, those that differ first. */
  readonly whole?: boolean;
}

/** What the hover card shows for one mention; every sentence is ready for showing, and plain text. */
export interface Card {
  readonly range: Range;
  /** What it is: "Number · count · 65 · Ukrainian prisoners of war". */
  readonly title: string;
  /** Further lines about the mention itself (speaker, conversions). */
  readonly details: readonly string[];
  /** The relation to the other articles as a whole, or null where no other article tells of it. */
  readonly relation: RelationName | null;
  /** One short line that says how the others stand: "differs: 21 here, 25 in 2 other articles". */
  readonly summary: string;
  readonly reasons: readonly string[];
  readonly rows: readonly CardRow[];
  /** How many articles have no row, and where to find them; null where all have one. */
  readonly more: string | null;
  /** The fact's id, where there is one: corrections name it. */
  readonly factId: string | null;
}

/** A fact as trees and the matrix show it. */
export interface FactItem {
  readonly id: string;
  readonly kind: 'quantity' | 'statement' | 'name';
  readonly label: string;
  readonly relation: RelationName;
  readonly certain: boolean;
  readonly reasons: readonly string[];
  /** The story (group of articles on one event) it belongs to. */
  readonly story: string;
  readonly mentions: readonly (Place & {
    readonly words: string;
    readonly value: string | null;
    readonly speaker: string | null;
    readonly group: string;
  })[];
}

/** A named source with what it says, over a whole folder. */
export interface SourceItem {
  readonly id: string;
  readonly name: string;
  readonly type: 'person' | 'organization' | 'place' | 'unnamed';
  readonly title: string | null;
  /** Every mention by name. */
  readonly mentions: readonly Place[];
  readonly statements: readonly (Place & { readonly cue: string; readonly words: string })[];
}

/** Everything a folder's trees and matrix need. */
export interface Overview {
  /** True while articles are still being read; of folders that are not read to their end nothing is told. */
  readonly reading: boolean;
  readonly facts: readonly FactItem[];
  readonly sources: readonly SourceItem[];
  readonly articles: readonly { readonly uri: string; readonly path: string; readonly story: string }[];
  /** Numbers that no other article of their story tells, by article, with the words around them. */
  readonly onlyHere: readonly (Place & {
    readonly words: string;
    readonly around: string;
    readonly story: string;
  })[];
}

/** A correction that people give the machine; it is written to `corroborate.yaml` at the folder's root. */
export type Correction =
  | { readonly kind: 'not-same'; readonly a: Place; readonly b: Place }
  | { readonly kind: 'same'; readonly a: Place; readonly b: Place }
  /** `uri` is an article of the folder that it is for. */
  | { readonly kind: 'alias'; readonly name: string; readonly alias: string; readonly uri: string }
  | { readonly kind: 'ignore'; readonly place: Place }
  | ({ readonly kind: 'remove' } & CorrectionKey);

/** The parts of `corroborate.yaml` whose entries can be taken back one by one. */
export type CorrectionSection = 'same' | 'not-same' | 'ignore' | 'aliases';

/** Which entry of which file: the address of the folder that it stands in. */
export interface CorrectionKey {
  readonly folder: string;
  readonly section: CorrectionSection;
  readonly key: string;
}

/** One correction that stands in a file, as a person recognises it. */
export interface CorrectionItem extends CorrectionKey {
  readonly words: string;
  /** The file as people know it. */
  readonly file: string;
}

/** How a correction ended: a message for the person, and what takes it back. */
export interface CorrectionOutcome {
  readonly ok: boolean;
  readonly message: string;
  readonly undo: CorrectionKey | null;
}

/** A mention of another article that could be the same fact. */
export interface Candidate extends Place {
  readonly words: string;
  readonly sentence: string;
}

/** Client → server requests. */
export const Requests = {
  highlights: 'corroborate/highlights',
  card: 'corroborate/card',
  overview: 'corroborate/overview',
  annotations: 'corroborate/annotations',
  allAnnotations: 'corroborate/allAnnotations',
  editAnnotation: 'corroborate/editAnnotation',
  mergeAnnotations: 'corroborate/mergeAnnotations',
  /** Takes annotations over to the article they belong to (AdoptParams). */
  adoptAnnotations: 'corroborate/adoptAnnotations',
  /** An article with annotations whose text is, letter for letter, that of a new one. */
  copyOf: 'corroborate/copyOf',
  factNote: 'corroborate/factNote',
  exportAnnotations: 'corroborate/exportAnnotations',
  importAnnotations: 'corroborate/importAnnotations',
  correct: 'corroborate/correct',
  corrections: 'corroborate/corrections',
  candidates: 'corroborate/candidates',
} as const;

/** Server → client notifications. */
export const Notifications = {
  /** New {@link Highlights} of an open article. */
  highlights: 'corroborate/didHighlight',
  /** An article's annotations changed (edited, reloaded from disk, moved by typing). */
  annotations: 'corroborate/didChangeAnnotations',
  /** Facts of the folder changed: trees and matrix may ask again. */
  facts: 'corroborate/didChangeFacts',
} as const;

/** Server → client requests that give a server without a file system of its own (a web worker) the editor's. */
export const FileRequests = {
  list: 'corroborate/fs/list',
  read: 'corroborate/fs/read',
  write: 'corroborate/fs/write',
} as const;

export interface FileListParams {
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Settings the server follows; sent at start and whenever they change. */
export interface Settings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Articles larger than this many bytes are not analysed. */
  readonly maxFileSize: number;
  readonly conflictSeverity: 'off' | 'hint' | 'information' | 'warning';
  readonly codeLens: boolean;
  /** The reviewer's name in annotations; empty: git's user. */
  readonly author: string;
}

/** What the client tells the server at start. */
export interface InitializationOptions {
  readonly settings: Settings;
  /** True where the server must ask the client for files. */
  readonly clientFiles: boolean;
  /** True where the client watches the files itself and tells the server. */
  readonly clientWatches?: boolean;
  /** True where the client has the commands that code actions and lenses name. */
  readonly clientCommands?: boolean;
  /** Weights of the statement tagger in base64, where the server cannot read files itself. */
  readonly model?: string;
  /** English templates mapped to the reader's language. */
  readonly translations?: Readonly<Record<string, string>>;
  /** Folder for what the server remembers between sessions (the texts annotations were made in). */
  readonly storage?: string;
}
