export * from './model';
export { ANALYSIS_VERSION, createAnalyser } from './analyser';
export type { Analyser } from './analyser';
