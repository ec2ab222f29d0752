import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { hostedServerFaults } from '../faults.ts';
import { requireServers } from './servers.ts';

export interface ServersWanted {
  readonly region: string;
  readonly zones: readonly string[];
  readonly types: readonly string[];
  readonly count: number;
  readonly servers: ReadonlyArray<Key<'hosted-server'>>;
}

/** Whether a launch can go to the servers that it names: one instance to each. */
export const planServers = verb(
  [
    requireServers,
    hostedServerFaults.countNotEqual,
    hostedServerFaults.wrongType,
    hostedServerFaults.inUse,
    hostedServerFaults.noDeployment,
  ],
  async (scope: ReadScope, wanted: ServersWanted): Promise<void> => {
    const { region, servers: keys, zones, types, count } = wanted;
    const servers = await requireServers(scope, { region, keys });
    if (servers.length !== count) throw hostedServerFaults.countNotEqual();
    for (const { key, zone, type, state } of servers) {
      const detail = { 'hosted-server': key };
      if (!zones.includes(zone)) throw hostedServerFaults.notFound(detail);
      if (!types.includes(type)) throw hostedServerFaults.wrongType({ ...detail, type });
      if (state === 'in-use') throw hostedServerFaults.inUse(detail);
      if (state !== 'ready') throw hostedServerFaults.noDeployment(detail);
    }
  },
);
