export { ParagraphMemory } from './paragraph-memory';
export { createStatementFinder } from './statement-finder';
export type { StatementFinder } from './statement-finder';
