import type { Tokens } from '../../text';

/** Index of the first token that ends after `offset`; `count` when none does. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((tokens.end[mid] ?? 0) > offset) high = mid;
    else low = mid + 1;
  }
  return low;
}

/** Index of the first element whose `first` is at least `value`, in a list sorted by `first`. */
export function lowerBound(list: readonly { readonly first: number }[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((list[mid]?.first ?? 0) >= value) high = mid;
    else low = mid + 1;
  }
  return low;
}
