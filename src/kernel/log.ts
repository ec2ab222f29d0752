import { pino, stdTimeFunctions } from 'pino';

/** Structured lines on stderr; stdout carries the ready line alone (D9). */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Lines of JSON written synchronously to stderr, so that a dying process loses none. */
export function stderrLog(level: LogLevel): Log {
  return pino(
    { level, base: null, timestamp: stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** The chain of causes of an error, outermost first, each with its stack. */
export function causes(error: unknown): readonly string[] {
  const chain: string[] = [];
  for (let at: unknown = error; at !== undefined && chain.length < 10;) {
    chain.push(at instanceof Error ? (at.stack ?? at.message) : String(at));
    at = at instanceof Error ? at.cause : undefined;
  }
  return chain;
}
