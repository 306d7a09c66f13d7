import { newAnnotation, newReply, STATUSES } from '../../../src/annotation';
import type { Annotation, CreationPorts } from '../../../src/annotation';
import { editSidecar } from '../../../src/sidecar';
import type { SidecarChange } from '../../../src/sidecar';

/** A repeatable source of random numbers from 0 to below 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A clock that stands still and repeatable ids. */
export function portsFrom(seed: number): CreationPorts {
  const random = randomFrom(seed);
  return {
    now: () => new Date('2026-11-22T05:31:00Z'),
    random: (bytes) => bytes.map(() => Math.floor(random() * 256)),
  };
}

export const ARTICLE =
  'Heavy rain closed the Brannoy road on Monday.\n\nThe mayor, Ilse Tarn, said 21 people were brought to safety.\n' +
  'Two of them are still in hospital.\n\nA spokesman for the fire brigade spoke of 23 people.\n';

/** An annotation on words of {@link ARTICLE}; without words, on the whole of it. */
export function annotationOn(
  words: string,
  note: string,
  seed: number,
  more: Partial<Annotation> = {},
): Annotation {
  const start = ARTICLE.indexOf(words);
  const span = words === '' ? {} : { span: { start, end: start + words.length } };
  const base = 'b'.repeat(40);
  const made = newAnnotation(
    { text: ARTICLE, ...span, base, by: 'dana@desk.example', note },
    portsFrom(seed),
  );
  return { ...made, ...more };
}

/** A sidecar with some annotations, as our own edits write it. */
export function sampleSidecar(count = 4): string {
  const words = ['21 people', 'Ilse Tarn', '', 'Two of them', '23 people'];
  const changes = Array.from({ length: count }, (_, i): SidecarChange => {
    const status = STATUSES[i % STATUSES.length] ?? 'unchecked';
    const note = i % 3 === 1 ? 'Two lines.\n\n- and a list' : `Note ${i}.`;
    const more = i % 2 === 0 ? { status, tags: ['number', `t${i}`] } : { status, verdict: 'Mostly true' };
    const replies = i % 3 === 0 ? [newReply('bo@desk.example', `Reply ${i}: yes.`, portsFrom(900 + i))] : [];
    return { type: 'put', annotation: annotationOn(words[i % 5] ?? '', note, i + 1, { ...more, replies }) };
  });
  return edited('', changes);
}

/** The edited text. @throws where the edit is refused */
export function edited(text: string, changes: SidecarChange | readonly SidecarChange[]): string {
  const result = editSidecar(text, 'brannoy.txt', changes);
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.problems)}`);
  return result.text;
}
