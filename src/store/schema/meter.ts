import { integer, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * Something that costs by time or by use for as long as it is there: `line` says as what
 * (`machine`, `disk`, `bandwidth`), `name`, `level` and `quantity` of what kind and how much. Its
 * price is the book's, and is not kept here. It is charged for up to `settled_at`; the steps of its
 * price count from `began_at`. One that has `ends_at` goes once it is charged for up to then.
 * `hold` is what of `frozen` is held for it, in micro-yuan.
 */
export const meterTable = table({
  seq,
  account: text,
  region: text,
  zone: text,
  resource: text,
  line: text,
  name: text,
  level: nullable(text),
  quantity: integer,
  began_at: integer,
  settled_at: integer,
  ends_at: nullable(integer),
  hold: integer,
});

declare module '../schema.ts' {
  interface Schema {
    meters: ColumnsOf<typeof meterTable>;
  }
}

export type MeterRow = RowOf<typeof meterTable>;
export type NewMeter = NewRowOf<typeof meterTable>;
