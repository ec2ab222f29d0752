import type { Listed, Page } from '../../page.ts';
import { seenZones } from '../../region/seen-zones.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { subnetFaults } from '../faults.ts';
import type { Subnet } from '../subnet.ts';
import { ownSubnetKeys, selectSubnets, type SubnetFilter } from '../table.ts';

export interface SubnetsAsked {
  /** Of which region; of every one where not given. */
  readonly region?: string | undefined;
  /** Of which zones; of every one that the asker sees where not given. */
  readonly zones?: readonly string[] | undefined;
  readonly filter: SubnetFilter;
  readonly page: Page;
  /** Whether one key of the filter that is unknown refuses all (D24). */
  readonly everyKey?: boolean;
}

/** Subnets of the account, oldest first. @throws subnet.notFound where every key counts */
export const listSubnets = verb(
  [subnetFaults.notFound],
  async (scope: ReadScope, asked: SubnetsAsked): Promise<Listed<Subnet>> => {
    const { db, account } = scope;
    const { region, zones: wanted, filter, page, everyKey = false } = asked;
    const seen = seenZones(scope, region);
    if (everyKey && filter.keys !== undefined) {
      const rows = await db.all(ownSubnetKeys, { account, keys: filter.keys });
      const known = new Set(rows.filter(({ zone }) => seen.includes(zone)).map(({ key }) => key));
      const subnet = filter.keys.find((key) => !known.has(key));
      if (subnet !== undefined) throw subnetFaults.notFound({ subnet });
    }
    const zones = wanted === undefined ? seen : seen.filter((zone) => wanted.includes(zone));
    return selectSubnets(db, { account, zones }, { filter, page });
  },
);
