export * from './model';
export type * from './change';
export * from './create';
export * from './track';
export { gitBlobId, utf8 } from './blob-id';
export * from './anchor';
export * from './new-home';
