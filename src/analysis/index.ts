export * from './model';
export { ANALYSIS_VERSION, createAnalyser } from './analyser';
export type { Analyser } from './analyser';
export { conversionsOf } from './quantity';
export type { Conversion } from './quantity';
