import type { Message } from '../crossref';

/** Makes a {@link Message} from an English template with `{0}` places. */
export function message(template: string, ...args: readonly (string | number)[]): Message {
  return { message: template, args };
}

/** Puts a message into words; `bundle` maps English templates to another language's. */
export function inWords(m: Message, bundle: Readonly<Record<string, string>> = {}): string {
  const template = Object.hasOwn(bundle, m.message) ? (bundle[m.message] ?? m.message) : m.message;
  return template.replace(/\{(\d+)\}/g, (_, n: string) => String(m.args[Number(n)] ?? ''));
}
