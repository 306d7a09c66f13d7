import type { Span } from '../text';

/** What can be wrong with a sidecar. */
export type ProblemCode =
  | 'too-large'
  | 'syntax'
  | 'merge-marks'
  | 'no-end-marker'
  | 'alias'
  | 'tag'
  | 'duplicate-key'
  | 'duplicate-id'
  | 'not-a-map'
  | 'unknown-version'
  | 'missing-field'
  | 'unknown-field'
  | 'bad-id'
  | 'bad-type'
  | 'bad-value';

/** Codes that make a file read-only: what was meant cannot be known, so nothing may be written over it. */
const BLOCKING: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'too-large',
  'syntax',
  'merge-marks',
  'no-end-marker',
  'alias',
  'duplicate-key',
  'duplicate-id',
  'not-a-map',
  'unknown-version',
]);

/** Something wrong at one place of a sidecar, in words that a surface can translate (`{0}` stands for `args[0]`). */
export interface SidecarProblem extends Span {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly args: readonly (string | number)[];
  /** The annotation that it concerns. */
  readonly id?: string;
}

/** Whether a file with this problem must not be written. */
export function isBlocking(problem: SidecarProblem): boolean {
  return BLOCKING.has(problem.code);
}

/** Collects problems; the first {@link ProblemList.LIMIT} are kept. */
export class ProblemList {
  static readonly LIMIT = 1000;
  readonly problems: SidecarProblem[] = [];

  add(
    code: ProblemCode,
    span: Span,
    message: string,
    args: readonly (string | number)[] = [],
    id?: string,
  ): void {
    if (this.problems.length >= ProblemList.LIMIT) return;
    const severity = code === 'unknown-field' || code === 'tag' ? 'warning' : 'error';
    const { start, end } = span;
    this.problems.push({ code, severity, message, args, start, end, ...(id === undefined ? {} : { id }) });
  }
}

/** The problem's message with its arguments filled in, in English. */
export function problemText(problem: Pick<SidecarProblem, 'message' | 'args'>): string {
  return problem.message.replace(/\{(\d+)\}/g, (all, index: string) =>
    String(problem.args[Number(index)] ?? all),
  );
}
