import { integer, keyOf, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * What is going to be done to an instance at a time of the cloud's clock, by itself: it is
 * released. One that waits says the same as the instance's `release_at`; one that is done outlives
 * its instance for a while. The key is a UUID.
 */
export const actionTimerTable = table({
  seq,
  key: text,
  account: text,
  region: text,
  zone: text,
  instance: keyOf('instance'),
  act_at: integer,
  state: oneOf('waiting', 'acting', 'done'),
});

declare module '../schema.ts' {
  interface Schema {
    action_timers: ColumnsOf<typeof actionTimerTable>;
  }
}

export type ActionTimerRow = RowOf<typeof actionTimerTable>;
export type NewActionTimer = NewRowOf<typeof actionTimerTable>;
