import type { Annotation, Reply } from './model';

/** New values of an annotation's fields; `null` takes an optional field away, a field that is not named stays. */
export type AnnotationPatch = {
  readonly [K in 'selector' | 'edited' | 'verdict' | 'conflicts']?: Annotation[K] | null;
} & { readonly [K in 'by' | 'made' | 'status' | 'tags' | 'note' | 'sees']?: Annotation[K] };

export type ReplyPatch = {
  readonly [K in 'edited' | 'conflicts']?: Reply[K] | null;
} & { readonly [K in 'by' | 'made' | 'text']?: Reply[K] };

/** A change of an annotation that is there, or of one of its replies. Plain data: safe to send as JSON. */
export type ChangeOfOne =
  | { readonly type: 'patch'; readonly id: string; readonly fields: AnnotationPatch }
  | { readonly type: 'remove'; readonly id: string }
  | {
      readonly type: 'patch-reply';
      readonly id: string;
      readonly replyId: string;
      readonly fields: ReplyPatch;
    }
  | { readonly type: 'remove-reply'; readonly id: string; readonly replyId: string };

/** What is new: an annotation or a reply. `put` adds or replaces. */
export type Addition =
  | { readonly type: 'put'; readonly annotation: Annotation }
  | { readonly type: 'put-reply'; readonly id: string; readonly reply: Reply };
