import type { Message } from '../crossref';

/** Decodes bytes, or gives null where they are not valid in that encoding. The platform's `TextDecoder` does it. */
export type DecodeBytes = (bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be') => string | null;

/** An article file read: its text, or why there is none. Every file has exactly one of them. */
export type DecodedFile =
  { readonly text: string; readonly problem: null } | { readonly text: null; readonly problem: Message };

/** How many bytes are looked at to tell text from anything else. */
const PROBE = 8192;

/**
 * Reads an article file as an editor shows it: without its byte order mark, line ends as they are.
 * @param maxSize larger files (in bytes) are refused, because analysing them would keep the reader waiting
 */
export function decodeArticle(bytes: Uint8Array, maxSize: number, decode: DecodeBytes): DecodedFile {
  if (bytes.length > maxSize) {
    const megabytes = (n: number): number => Math.round(n / 100_000) / 10;
    return refuse('The file is {0} MB; articles up to {1} MB are read (setting corroborate.files.maxSize).', [
      megabytes(bytes.length),
      megabytes(maxSize),
    ]);
  }
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return decodeAs(bytes.subarray(2), 'utf-16le', decode);
  if (a === 0xfe && b === 0xff) return decodeAs(bytes.subarray(2), 'utf-16be', decode);
  if (bytes.subarray(0, PROBE).includes(0)) return refuse('The file is binary, not text.', []);
  return decodeAs(a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes, 'utf-8', decode);
}

function decodeAs(
  bytes: Uint8Array,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
  decode: DecodeBytes,
): DecodedFile {
  const text = decode(bytes, encoding);
  return text === null ? refuse('The file is not valid {0} text.', [encoding]) : { text, problem: null };
}

function refuse(message: string, args: readonly (string | number)[]): DecodedFile {
  return { text: null, problem: { message, args } };
}
