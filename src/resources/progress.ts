/** The hundredths of a time that have passed: at most 99, since what is under way is not done. */
export function reckonedProgress(from: number, to: number, now: number): number {
  if (to <= from) return 0;
  return Math.min(99, Math.max(0, Math.floor((100 * (now - from)) / (to - from))));
}
