/**
 * How many of those that just asked are within a limit, where `used` is what was used with them. Whoever asked before has
 * the room; what is beyond the limit waits.
 */
export const roomLeft = (asked: number, used: number, limit: number): number =>
  Math.min(asked, Math.max(0, limit - (used - asked)));
