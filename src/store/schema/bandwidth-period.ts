import { integer, keyOf, nullable, table } from '../table.ts';
import type { ColumnsOf, RowOf } from '../table.ts';

/**
 * Bandwidth that an instance has for a time, paid in advance; the first is what it was launched
 * with. `ends_at` is not part of it; null is the end of what is paid for.
 */
export const bandwidthPeriodTable = table(
  {
    instance: keyOf('instance'),
    number: integer,
    begins_at: integer,
    ends_at: nullable(integer),
    mbps: integer,
  },
  ['instance', 'number'],
);

declare module '../schema.ts' {
  interface Schema {
    bandwidth_periods: ColumnsOf<typeof bandwidthPeriodTable>;
  }
}

export type BandwidthPeriodRow = RowOf<typeof bandwidthPeriodTable>;
