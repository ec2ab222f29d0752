import type { Listed, Page } from '../../page.ts';
import { seenZones } from '../../region/seen-zones.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { Subnet } from '../subnet.ts';
import { selectSubnets, type SubnetFilter } from '../table.ts';

export interface SubnetsRequest {
  /** Of which region; of every one where not given. */
  readonly region?: string | undefined;
  /** Of which zones; of every one that the asker sees where not given. */
  readonly zones?: readonly string[] | undefined;
  readonly filter: SubnetFilter;
  readonly page: Page;
}

/** Subnets of the account in zones that the asker sees, oldest first. */
export const listSubnets = verb(
  [],
  (
    scope: ReadScope,
    { region, zones: wanted, ...request }: SubnetsRequest,
  ): Promise<Listed<Subnet>> => {
    const seen = seenZones(scope, region);
    const zones = wanted === undefined ? seen : seen.filter((zone) => wanted.includes(zone));
    return selectSubnets(scope.db, { account: scope.account, zones }, request);
  },
);
