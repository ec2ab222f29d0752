import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { subnetFaults } from '../faults.ts';
import { ownSubnetKeys } from '../table.ts';

/**
 * Refuses unless each key (at most 1,024) is that of a subnet of the account in the region, in a
 * zone that the asker sees.
 */
export const requireSubnets = verb(
  [subnetFaults.notFound],
  async (scope: ReadScope, keys: readonly string[], region: string): Promise<void> => {
    if (keys.length === 0) return;
    const rows = await scope.db.all(ownSubnetKeys, { account: scope.account, region, keys });
    const known = new Set(rows.filter(({ zone }) => scope.sees(zone)).map(({ key }) => key));
    const subnet = keys.find((key) => !known.has(key));
    if (subnet !== undefined) throw subnetFaults.notFound({ subnet });
  },
);
