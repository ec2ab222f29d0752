/** How far a timestamp may be off to either side: 15 minutes. */
export const aliyunSkewSecondsMax = 900;

const UTC_SECONDS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/**
 * Reads `yyyy-MM-ddTHH:mm:ssZ`, the only form of Timestamp and x-acs-date, as whole seconds since
 * 1970. Undefined for anything else, days that no month has included.
 */
export function parseUtcSeconds(text: string): number | undefined {
  if (!UTC_SECONDS.test(text)) return undefined;
  const seconds = Date.parse(text) / 1000;
  return Number.isInteger(seconds) && formatUtcSeconds(seconds) === text ? seconds : undefined;
}

/** Whole seconds since 1970 as `yyyy-MM-ddTHH:mm:ssZ`. */
export function formatUtcSeconds(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
