import type { Span } from '../text';
import type { Annotation, Reply, Selector, Status } from './model';

/** The outside world that making an annotation needs. */
export interface CreationPorts {
  /** The present moment. */
  readonly now: () => Date;
  /** Fills the array with random bytes and returns it (`crypto.getRandomValues`). */
  readonly random: (bytes: Uint8Array) => Uint8Array;
}

/** Longest stored context on either side, in UTF-16 code units. */
export const CONTEXT_LENGTH = 48;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS_AND_DIGITS = LETTERS + '0123456789';
const ID_LENGTH = 12;
const REPLY_ID_LENGTH = 8;

/**
 * A random id, letter first so that no YAML reader takes it for a number.
 * @param length 12 for annotations (62 bits), 8 for replies
 */
export function newId(random: CreationPorts['random'], length = ID_LENGTH): string {
  const bytes = random(new Uint8Array(length * 2));
  let id = '';
  for (let i = 0; i < length; i++) {
    const alphabet = i === 0 ? LETTERS : LETTERS_AND_DIGITS;
    const value = (bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0);
    id += alphabet.charAt(value % alphabet.length);
  }
  return id;
}

/** The time as sidecars write it: RFC 3339, UTC, whole seconds. */
export function timestamp(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/**
 * The selector of a span: its words, up to {@link CONTEXT_LENGTH} code units around them cut at a word, and its place.
 * @param text the article as an editor shows it
 * @param base git's blob id of that text, where known
 */
export function selectorOf(text: string, span: Span, base?: string): Selector {
  const prefix = contextBefore(text, span.start);
  const suffix = contextAfter(text, span.end);
  return {
    quote: text.slice(span.start, span.end),
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === '' ? {} : { suffix }),
    ...(base === undefined ? {} : { base }),
    at: { start: span.start, end: span.end },
  };
}

function contextBefore(text: string, end: number): string {
  const from = Math.max(0, end - CONTEXT_LENGTH);
  const raw = text.slice(from, end);
  if (from === 0) return raw;
  const cut = raw.search(/\s/);
  return cut === -1 ? raw.replace(/^[\uDC00-\uDFFF]/, '') : raw.slice(cut + 1);
}

function contextAfter(text: string, start: number): string {
  const raw = text.slice(start, start + CONTEXT_LENGTH);
  if (start + CONTEXT_LENGTH >= text.length) return raw;
  const cut = /\s\S*$/.exec(raw);
  return cut === null ? raw.replace(/[\uD800-\uDBFF]$/, '') : raw.slice(0, cut.index);
}

/** What a new annotation is made of. */
export interface NewAnnotation {
  /** The article as an editor shows it, and the annotated span; without a span the whole article is meant. */
  readonly text: string;
  readonly span?: Span;
  readonly base?: string;
  readonly by: string;
  readonly note: string;
  readonly status?: Status;
  readonly tags?: readonly string[];
}

/** A new annotation, with a random id and the present time. */
export function newAnnotation(parts: NewAnnotation, ports: CreationPorts): Annotation {
  return {
    id: newId(ports.random),
    ...(parts.span === undefined ? {} : { selector: selectorOf(parts.text, parts.span, parts.base) }),
    by: parts.by,
    made: timestamp(ports.now()),
    status: parts.status ?? 'unchecked',
    tags: parts.tags ?? [],
    note: parts.note,
    sees: [],
    replies: [],
  };
}

/** A new reply, with a random id and the present time. */
export function newReply(by: string, text: string, ports: CreationPorts): Reply {
  return { id: newId(ports.random, REPLY_ID_LENGTH), by, made: timestamp(ports.now()), text };
}
