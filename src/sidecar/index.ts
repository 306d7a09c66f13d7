export { parseSidecar, MAX_SIDECAR_LENGTH } from './parse';
export type { ParsedSidecar } from './parse';
export { isBlocking, problemText } from './problems';
export type { ProblemCode, SidecarProblem } from './problems';
export { editSidecar, newSidecarText } from './edit';
export type { AnnotationPatch, EditRefusal, EditResult, ReplyPatch, SidecarChange } from './edit';
export { mergeSidecars } from './merge';
export type { MergeResult } from './merge';
export type { MergeConflict } from './merge-values';
