import type { Listed, Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { vpcFaults } from '../faults.ts';
import { selectVpcs, vpcKeys, type VpcFilter } from '../table.ts';
import type { Vpc } from '../vpc.ts';

export interface VpcsAsked {
  readonly region: string;
  readonly filter: VpcFilter;
  readonly page: Page;
  /** Whether one key of the filter that is unknown refuses all (D24). */
  readonly everyKey?: boolean;
}

/** Networks of the account in a region, oldest first. @throws vpc.notFound where every key counts */
export const listVpcs = verb(
  [vpcFaults.notFound],
  async (scope: ReadScope, asked: VpcsAsked): Promise<Listed<Vpc>> => {
    const { db, account } = scope;
    const { region, filter, page, everyKey = false } = asked;
    if (everyKey && filter.keys !== undefined) {
      const rows = await db.all(vpcKeys, { account, region, keys: filter.keys });
      const known = new Set(rows.map(({ key }) => key));
      const vpc = filter.keys.find((key) => !known.has(key));
      if (vpc !== undefined) throw vpcFaults.notFound({ vpc });
    }
    return selectVpcs(db, { account, region }, { filter, page });
  },
);
