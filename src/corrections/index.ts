export { addCorrection, removeCorrection } from './edit';
export type { CorrectionsEdit, NewCorrection } from './edit';
export { EMPTY_FILE, readCorrectionsFile } from './file';
export type { ArticleNote, CorrectionsFile, QuotedPlace, ReadCorrections } from './file';
export { locate, resolveCorrections, storiesOf } from './resolve';
export type { ArticleTexts } from './resolve';
