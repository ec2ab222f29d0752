import type { Log } from '#kernel/log.ts';

/** A log, and its warnings so far as lines of JSON, each with its message behind it. */
export function hearing(): { readonly log: Log; warnings(): readonly string[] } {
  const heard: string[] = [];
  const unheard = (): void => undefined;
  const warn: Log['warn'] = (fields, message) => {
    heard.push(`${JSON.stringify(fields)} ${message}`);
  };
  return { log: { debug: unheard, info: unheard, warn, error: warn }, warnings: () => heard };
}
