import type { Listed, Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { RouteTable } from '../route-table.ts';
import { selectRouteTables, type RouteTableFilter } from '../table.ts';

export interface RouteTablesRequest {
  readonly region: string;
  readonly filter: RouteTableFilter;
  readonly page: Page;
}

/** Route tables of the account in a region, oldest first. */
export const listRouteTables = verb(
  [],
  (
    { db, account }: ReadScope,
    { region, filter, page }: RouteTablesRequest,
  ): Promise<Listed<RouteTable>> => selectRouteTables(db, { account, region }, { filter, page }),
);
