export * from './model';
export { NO_CORRECTIONS } from './corrections';
export type { Corrections, Dateline, Place } from './corrections';
export { compareAll, factsAt, factsOf, storiesOf } from './comparison';
