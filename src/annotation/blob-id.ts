/**
 * Git's object id of a file: SHA-1 of `blob <length>\0<bytes>` (FIPS 180-4; gitformat-loose). Written here because the core runs
 * without Node or Web Crypto. It names a text; nothing relies on SHA-1 withstanding an attack.
 * @param content a file's text (hashed as UTF-8; put the BOM back where the file has one), or its bytes
 * @returns 40 hex digits
 */
export function gitBlobId(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const header = utf8(`blob ${bytes.length}\0`);
  const message = new Uint8Array(header.length + bytes.length);
  message.set(header);
  message.set(bytes, header.length);
  return sha1(message);
}

/** UTF-8 bytes; a lone surrogate becomes U+FFFD, as every encoder does. */
export function utf8(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code <= 0xdfff) {
      const point = text.codePointAt(i) ?? 0;
      if (point > 0xffff) i++;
      code = point > 0xffff ? point : 0xfffd;
    }
    if (code < 0x80) out[n++] = code;
    else {
      if (code < 0x800) out[n++] = 0xc0 | (code >> 6);
      else {
        if (code < 0x10000) out[n++] = 0xe0 | (code >> 12);
        else {
          out[n++] = 0xf0 | (code >> 18);
          out[n++] = 0x80 | ((code >> 12) & 63);
        }
        out[n++] = 0x80 | ((code >> 6) & 63);
      }
      out[n++] = 0x80 | (code & 63);
    }
  }
  return out.subarray(0, n);
}

function sha1(message: Uint8Array): string {
  const padded = new Uint8Array(((message.length + 8) >> 6) * 64 + 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(padded.length - 4, (message.length << 3) >>> 0);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Int32Array(80);
  for (let block = 0; block < padded.length; block += 64) sha1Block(view, block, state, words);
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function sha1Block(view: DataView, offset: number, state: Int32Array, w: Int32Array): void {
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(offset + 4 * i);
  for (let i = 16; i < 80; i++)
    w[i] = rotate((w[i - 3] ?? 0) ^ (w[i - 8] ?? 0) ^ (w[i - 14] ?? 0) ^ (w[i - 16] ?? 0), 1);
  let [a, b, c, d, e] = [state[0] ?? 0, state[1] ?? 0, state[2] ?? 0, state[3] ?? 0, state[4] ?? 0];
  for (let i = 0; i < 80; i++) {
    const next = (rotate(a, 5) + mix(i, b, c, d) + e + (w[i] ?? 0)) | 0;
    [a, b, c, d, e] = [next, a, rotate(b, 30), c, d];
  }
  [a, b, c, d, e].forEach((value, i) => (state[i] = (state[i] ?? 0) + value));
}

function mix(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
