import type { Fact, Message } from './model';

/** What a fact is about, in plain words and, where some of them are ours, as a template. */
export type Label = Pick<Fact, 'label' | 'labelWords'>;

/** A label with words of ours: in English for programs, and as the template that surfaces translate. */
export function ownLabel(labelWords: Message): Label {
  const { message, args } = labelWords;
  const label = message.replace(/\{(\d+)\}/g, (_, place: string) => String(args[Number(place)] ?? ''));
  return { label, labelWords };
}
