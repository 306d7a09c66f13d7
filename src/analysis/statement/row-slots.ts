/** A table has two to this many slots, each for the one row that matters most of those whose low bits lead there. */
export const SLOT_BITS = 17;

/** No other row's high bits can be taken for a slot's: the two together are the whole row. */
export const HIGH_BITS = 7;

const SLOTS = (1 << SLOT_BITS) - 1;
const HIGH = (1 << HIGH_BITS) - 1;

/** The slot that a row may stand in. */
export function slotOf(row: number): number {
  return row & SLOTS;
}

/** What a slot keeps of its row. */
export function tagOf(row: number): number {
  return (row >>> SLOT_BITS) & HIGH;
}

/** What a weight's eight bits are worth: the square of the signed root. */
export const SQUARES = Int16Array.from(
  { length: 256 },
  (_, byte) => ((byte << 24) >> 24) * Math.abs((byte << 24) >> 24),
);
