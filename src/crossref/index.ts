export * from './model';
export { NO_CORRECTIONS } from './corrections';
export type { Corrections, Dateline, Place } from './corrections';
export { compareAll, comparisonOf, factsAt, factsOf, storiesOf } from './comparison';
export type { Comparison, ComparisonJob, FactsSoFar } from './comparison';
export { runStoryJob } from './story-job';
export type { StoryJob } from './story-job';
export { leftOutOf } from './left-out';
export type { LeftOut } from './left-out';
