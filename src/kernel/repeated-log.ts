import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

const PERIOD_MS = 10_000;
/** What is of more kinds than these is counted as one. */
const KINDS_MAX = 64;
const OTHERS = 'others';

/** Tells of an error that may come thousands of times a second. */
export type RepeatedLog = (kind: string, fields: object, message: string) => void;

/**
 * Logs the first error of a kind and counts those that follow it: one line says their number at the
 * end of ten seconds. A full disk, or a client that goes on, must not fill the log.
 */
export function repeatedLog(log: Log, time: Pick<Clock, 'after'>): RepeatedLog {
  const counts = new Map<string, number>();
  return (wanted, fields, message) => {
    const isKnown = counts.has(wanted) || counts.size < KINDS_MAX;
    const kind = isKnown ? wanted : OTHERS;
    const count = counts.get(kind);
    if (count !== undefined) {
      counts.set(kind, count + 1);
      return;
    }
    counts.set(kind, 0);
    log.error(fields, message);
    time.after(PERIOD_MS, () => {
      const more = counts.get(kind) ?? 0;
      counts.delete(kind);
      if (more > 0) log.error({ ...fields, more }, `${message} And ${more} more like it.`);
    });
  };
}
