/** When somebody last asked something of a session, or typed, in milliseconds. */
const last = new WeakMap<object, number>();

/** Notes that somebody asks something, or types. */
export function noteAsked(session: object): void {
  last.set(session, Date.now());
}

/**
 * Resolves when nobody has asked anything for so many milliseconds, at once where that is so: for work that does not matter enough to
 * be in anybody's way, not even for the length of one step.
 */
export async function untilQuiet(session: object, milliseconds: number): Promise<void> {
  for (;;) {
    const left = milliseconds - (Date.now() - (last.get(session) ?? 0));
    if (left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, left));
  }
}
