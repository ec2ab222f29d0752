import { flag, integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * What happens to the host below an instance, and what is done about it: `subject` is what is
 * wrong, null of an event that is only simulated. `resumes` says that the instance ran until then.
 * `not_before` is when it is done at the latest. Times are cloud milliseconds.
 */
export const systemEventTable = table({
  seq,
  key: keyOf('system-event'),
  account: text,
  region: text,
  zone: text,
  instance: keyOf('instance'),
  disk: nullable(keyOf('disk')),
  host: nullable(keyOf('host')),
  subject: nullable(text),
  cause: oneOf('maintenance', 'failure', 'instance-failure'),
  remedy: oneOf('redeploy', 'reboot', 'stop', 'online'),
  state: oneOf('inquiring', 'scheduled', 'executing', 'executed', 'canceled', 'avoided', 'failed'),
  simulated: flag,
  resumes: flag,
  published_at: integer,
  not_before: integer,
  authorised_at: nullable(integer),
  authorised_by: nullable(oneOf('user', 'system', 'policy')),
  finished_at: nullable(integer),
});

declare module '../schema.ts' {
  interface Schema {
    system_events: ColumnsOf<typeof systemEventTable>;
  }
}

export type SystemEventRow = RowOf<typeof systemEventTable>;
export type NewSystemEvent = NewRowOf<typeof systemEventTable>;
