import type { Key } from '#kernel/key.ts';
import { getCluster } from '../../dedicated-host-cluster/verbs/get-cluster.ts';
import { changeCpu, roomsOfDedicated } from '../../host/dedicated-room.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { DedicatedHost, DedicatedHostContract } from '../dedicated-host.ts';
import { dedicatedHostFaults as faults } from '../faults.ts';
import { requireHost } from '../require.ts';
import { changeHost } from '../table.ts';
import { instancesOn } from '../usage.ts';

type Changeable = Pick<
  DedicatedHostContract,
  | 'name'
  | 'description'
  | 'cluster'
  | 'autoPlacement'
  | 'maintenanceAction'
  | 'cpuPercent'
  | 'udpTimeout'
  | 'slbUdpTimeout'
>;

/** What is not given stays. */
export interface HostChange {
  readonly host: Key<'dedicated-host'>;
  readonly region: string;
  readonly to: { readonly [Name in keyof Changeable]?: Changeable[Name] | undefined };
}

/** Changes what a host is called, where it belongs and how it is used. */
export const changeDedicatedHost = verb(
  [
    faults.notFound,
    getCluster,
    faults.clusterMismatch,
    faults.ratioNotForType,
    faults.ratioNeedsStopped,
    faults.ratioTooSmall,
  ],
  async (scope: Scope, { host: key, region, to }: HostChange): Promise<void> => {
    const host = await requireHost(scope, key, region);
    const { cluster, cpuPercent } = to;
    if (cluster !== undefined && cluster !== null) {
      const { zone } = await getCluster(scope, { cluster, region });
      if (zone !== host.zone) throw faults.clusterMismatch();
    }
    if (cpuPercent !== undefined && cpuPercent !== host.cpuPercent) {
      await changeRatio(scope, host, cpuPercent);
    }
    const given = Object.entries(to).filter(([, value]) => value !== undefined);
    await changeHost(scope.db, host, Object.fromEntries(given) as Partial<Changeable>);
  },
);

/** All its instances are stopped for that, and have no more vCPUs than it then sells. */
async function changeRatio(scope: Scope, host: DedicatedHost, cpuPercent: number): Promise<void> {
  const { db, cloud } = scope;
  const about = { 'dedicated-host': host.key };
  const type = cloud.catalogue.dedicatedHostType(host.type);
  if (type === undefined || cpuPercent > type.cpuRatioMax * 100 || type.cpuRatioMax === 1) {
    throw faults.ratioNotForType({ type: host.type });
  }
  const instances = (await instancesOn(db, [host])).get(host.key) ?? [];
  if (instances.some(({ state }) => state !== 'stopped')) throw faults.ratioNeedsStopped(about);
  const room = (await roomsOfDedicated(db, [host.key])).get(host.key);
  const more = Math.floor((type.cpu * cpuPercent) / 100) - (room?.cpu ?? 0);
  if (room === undefined || room.cpuFree + more < 0) throw faults.ratioTooSmall(about);
  await changeCpu(db, host.host, more);
}
