import { flag, integer, keyOf, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf } from '../table.ts';

/**
 * Addresses of consoles. Of a token only its fingerprint is kept. One that was used stays for a
 * minute, since so many may be used of an instance in one. Cloud milliseconds.
 */
export const consoleSessionTable = table({
  seq,
  token: text,
  instance: keyOf('instance'),
  asks_password: flag,
  expires_at: integer,
  used_at: nullable(integer),
});

declare module '../schema.ts' {
  interface Schema {
    console_sessions: ColumnsOf<typeof consoleSessionTable>;
  }
}
