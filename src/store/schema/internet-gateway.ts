import { flag, integer, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** Through which networks reach the internet: at most one of each family for a network. */
export const internetGatewayTable = table({
  seq,
  key: text,
  account: text,
  region: text,
  family: oneOf('ipv4', 'ipv6'),
  vpc: text,
  name: nullable(text),
  description: text,
  resource_group: nullable(text),
  is_enabled: flag,
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    internet_gateways: ColumnsOf<typeof internetGatewayTable>;
  }
}

export type InternetGatewayRow = RowOf<typeof internetGatewayTable>;
export type NewInternetGatewayRow = NewRowOf<typeof internetGatewayTable>;
