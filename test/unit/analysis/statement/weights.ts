import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { StatementFinder } from '../../../../src/analysis/statement';
import { createStatementFinder } from '../../../../src/analysis/statement';

/** The bytes of the shipped model. */
export const WEIGHTS = readFileSync(
  path.join(import.meta.dirname, '..', '..', '..', '..', 'models', 'statements.bin'),
);

export const FINDER: StatementFinder = createStatementFinder(WEIGHTS);
