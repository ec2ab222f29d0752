import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { vpcFaults } from '../faults.ts';
import { vpcKeys } from '../table.ts';

/** Refuses unless each key (at most 1,024) is that of a network of the account in the region. */
export const requireVpcs = verb(
  [vpcFaults.notFound],
  async ({ db, account }: ReadScope, keys: readonly string[], region: string): Promise<void> => {
    if (keys.length === 0) return;
    const rows = await db.all(vpcKeys, { account, region, keys });
    const known = new Set(rows.map(({ key }) => key));
    const vpc = keys.find((key) => !known.has(key));
    if (vpc !== undefined) throw vpcFaults.notFound({ vpc });
  },
);
