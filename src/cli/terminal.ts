import { styleText } from 'node:util';

/** Where a command writes, and what it may know of the outside. */
export interface Terminal {
  out(text: string): void;
  /** For messages to the person that are not the result. */
  err(text: string): void;
  readonly colours: boolean;
  readonly cwd: string;
}

/** A colour or weight; without colours the text stays as it is. */
export type Style = Parameters<typeof styleText>[0];

/** Styles text where the terminal shows colours. */
export function paint(terminal: Terminal, style: Style, text: string): string {
  return terminal.colours ? styleText(style, text) : text;
}

/** Exit codes, the same for every command. */
export const Exit = { fine: 0, findings: 1, cannotRun: 2 } as const;

/** What a person can put right; its message is printed without a stack. */
export class UsageError extends Error {}

/**
 * Text from files as a terminal may print it: control characters, which could move the cursor or hide words, are shown as `�`.
 */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
