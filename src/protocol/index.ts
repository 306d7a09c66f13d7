export * from './annotations';
export * from './messages';
export * from './places';
