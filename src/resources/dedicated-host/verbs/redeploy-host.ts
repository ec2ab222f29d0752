import { rebootInstances } from '../../instance/verbs/power.ts';
import { mendRoom } from '../../host/dedicated-room.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { dedicatedHostFaults as faults } from '../faults.ts';
import { requireHost } from '../require.ts';
import { changeHost } from '../table.ts';
import { instancesOn } from '../usage.ts';
import type { HostRequest } from './release-host.ts';

/** Moves a host to another server; what runs on it boots again there. */
export const redeployHost = verb(
  [faults.notFound, faults.initializing, faults.moveNotHere, rebootInstances],
  async (scope: Scope, { host: key, region }: HostRequest): Promise<void> => {
    const { db, cloud } = scope;
    const host = await requireHost(scope, key, region);
    if (host.state === 'creating') throw faults.initializing({ 'dedicated-host': key });
    const problem = cloud.supply.lacks('host-on-demand');
    if (problem !== undefined) throw faults.moveNotHere({ problem });
    const instances = (await instancesOn(db, [host])).get(key) ?? [];
    const running = instances.filter(({ state }) => state === 'running');
    await mendRoom(db, host.host);
    await changeHost(db, host, { moves: host.moves + 1 });
    if (running.length === 0) return;
    const keys = running.map((instance) => instance.key);
    await rebootInstances(scope, { keys, region, mode: 'hard' });
  },
);
