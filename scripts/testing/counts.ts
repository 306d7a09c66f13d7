import fs from 'node:fs';

/** How many tests of a stage ended in which way. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

/** A stage that could not be run, or one check that failed. */
export const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

/** One check that held. */
export const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** Writes a finished mocha run's counts to a file that `readCounts` reads in another process. */
export function writeCounts(file: string, stats: Mocha.Stats): void {
  const counts: Counts = { passed: stats.passes, failed: stats.failures, skipped: stats.pending };
  fs.writeFileSync(file, JSON.stringify(counts));
}

/**
 * Reads what a test process left when its last test was over. A process that crashed or was killed leaves nothing, and
 * some hosts report such an end as success; so without a file, and without one pass in it, the stage has failed.
 */
export function readCounts(file: string): Counts {
  if (!fs.existsSync(file)) return FAILED;
  const value: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (!isCounts(value)) return FAILED;
  return value.passed === 0 && value.failed === 0 ? add(value, FAILED) : value;
}

function isCounts(value: unknown): value is Counts {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['passed', 'failed', 'skipped'].every((key) =>
      Number.isInteger(Object.entries(value).find(([name]) => name === key)?.[1]),
    )
  );
}
