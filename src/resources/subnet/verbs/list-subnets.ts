import type { Listed, Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { subnetFaults } from '../faults.ts';
import type { Subnet } from '../subnet.ts';
import { ownSubnetKeys, selectSubnets, type SubnetFilter } from '../table.ts';

export interface SubnetsAsked {
  /** Zones that whoever asks can see and wants to. */
  readonly zones: readonly string[];
  readonly filter: SubnetFilter;
  readonly page: Page;
  /** Whether one key of the filter that is unknown refuses all (D24). */
  readonly everyKey?: boolean;
}

/** Subnets of the account, oldest first. @throws subnet.notFound where every key counts */
export const listSubnets = verb(
  [subnetFaults.notFound],
  async ({ db, account }: ReadScope, asked: SubnetsAsked): Promise<Listed<Subnet>> => {
    const { zones, filter, page, everyKey = false } = asked;
    if (everyKey && filter.keys !== undefined) {
      const rows = await db.all(ownSubnetKeys, { account, keys: filter.keys });
      const known = new Set(rows.filter(({ zone }) => zones.includes(zone)).map(({ key }) => key));
      const subnet = filter.keys.find((key) => !known.has(key));
      if (subnet !== undefined) throw subnetFaults.notFound({ subnet });
    }
    return selectSubnets(db, { account, zones }, { filter, page });
  },
);
