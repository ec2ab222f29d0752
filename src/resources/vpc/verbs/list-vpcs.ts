import type { Listed, Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { selectVpcs, type VpcFilter } from '../table.ts';
import type { Vpc } from '../vpc.ts';

export interface VpcsRequest {
  readonly region: string;
  readonly filter: VpcFilter;
  readonly page: Page;
}

/** Networks of the account in a region, oldest first. */
export const listVpcs = verb(
  [],
  ({ db, account }: ReadScope, { region, filter, page }: VpcsRequest): Promise<Listed<Vpc>> =>
    selectVpcs(db, { account, region }, { filter, page }),
);
