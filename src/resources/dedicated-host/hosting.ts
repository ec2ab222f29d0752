import type { Key } from '#kernel/key.ts';
import { dedicatedHostClusterFaults } from '../dedicated-host-cluster/faults.ts';
import { getCluster } from '../dedicated-host-cluster/verbs/get-cluster.ts';
import type { HostAffinity } from '../instance/instance.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import type { ReadScope } from '../scope.ts';
import { verb } from '../verb.ts';
import { dedicatedHostOf, type DedicatedHost } from './dedicated-host.ts';
import { takes } from './dedicated-host-type.ts';
import { dedicatedHostFaults as faults } from './faults.ts';
import { requireHosts } from './require.ts';
import { withRooms } from './room.ts';
import { hostsIn } from './table.ts';

/** A wish to be on hosts of one's own. */
export interface Hosting {
  /** Any of these; null: any of the account that takes part in placing by itself. */
  readonly hosts: ReadonlyArray<Key<'dedicated-host'>> | null;
  /** Of this cluster; absent: of any or none. */
  readonly cluster?: Key<'dedicated-host-cluster'> | undefined;
  readonly affinity: HostAffinity;
}

export interface HostingAsked {
  readonly hosting: Hosting;
  readonly region: string;
  /** The zones that will do. */
  readonly zones: readonly string[];
  readonly type: InstanceType;
  /** Cloud milliseconds: until when the instance is paid in advance; null where it is not. */
  readonly paidUntil: number | null;
}

/**
 * The dedicated hosts on which an instance may be: all of those named have to do, or where none is
 * named those of the account that do.
 */
export const hostsFor = verb(
  [
    faults.notFound,
    getCluster,
    dedicatedHostClusterFaults.unusable,
    faults.notInCluster,
    faults.elsewhere,
    faults.unavailable,
    faults.customNotForHost,
    faults.standardNotForHost,
    faults.typeNotForHost,
    faults.postpaid,
    faults.endsBefore,
    faults.noneFits,
  ],
  async (scope: ReadScope, asked: HostingAsked): Promise<readonly DedicatedHost[]> => {
    const { hosting, region } = asked;
    const { hosts: named, cluster } = hosting;
    if (cluster !== undefined) await getCluster(scope, { cluster, region });
    if (named !== null) return namedHosts(scope, named, asked);
    const { db, account } = scope;
    const own = (await db.all(hostsIn, { account, region })).map(dedicatedHostOf);
    const willing = own.filter((host) => host.autoPlacement);
    const within = cluster === undefined ? willing : own.filter((one) => one.cluster === cluster);
    const fit = await fitting(scope, within, asked);
    if (fit.length > 0) return fit;
    if (cluster === undefined) throw faults.noneFits();
    throw dedicatedHostClusterFaults.unusable({ 'dedicated-host-cluster': cluster });
  },
);

async function namedHosts(
  scope: ReadScope,
  named: readonly string[],
  asked: HostingAsked,
): Promise<readonly DedicatedHost[]> {
  const { cluster } = asked.hosting;
  const hosts = await requireHosts(scope, named, asked.region);
  const ups = await upOf(scope, hosts);
  for (const host of hosts) {
    if (cluster !== undefined && host.cluster !== cluster) {
      throw faults.notInCluster({ 'dedicated-host': host.key });
    }
    const problem = problemOf(scope, host, { ...asked, isUp: ups.has(host.key) });
    if (problem !== undefined) throw problem;
  }
  return hosts;
}

async function fitting(
  scope: ReadScope,
  hosts: readonly DedicatedHost[],
  asked: HostingAsked,
): Promise<readonly DedicatedHost[]> {
  const ups = await upOf(scope, hosts);
  return hosts.filter(
    (host) => problemOf(scope, host, { ...asked, isUp: ups.has(host.key) }) === undefined,
  );
}

async function upOf(
  { db }: ReadScope,
  hosts: readonly DedicatedHost[],
): Promise<ReadonlySet<string>> {
  const rooms = await withRooms(db, hosts);
  return new Set(rooms.filter(({ room }) => room.state === 'up').map(({ host }) => host.key));
}

/** Why an instance cannot be on a host, whatever room it has: existence first, then state (D17). */
function problemOf(
  { cloud }: ReadScope,
  { key, zone, state, prepaid, expiresAt, ...host }: DedicatedHost,
  { zones, type, paidUntil, isUp }: HostingAsked & { readonly isUp: boolean },
) {
  const about = { 'dedicated-host': key };
  if (!zones.includes(zone)) return faults.elsewhere({ ...about, zone });
  if (state !== 'running' || !isUp) return faults.unavailable(about);
  const hostType = cloud.catalogue.dedicatedHostType(host.type);
  if (hostType === undefined || !takes(hostType, type)) {
    if (type.tenancy === 'dedicated-host') return faults.customNotForHost({ type: type.name });
    if (hostType?.families.length === 0) return faults.standardNotForHost({ type: type.name });
    return faults.typeNotForHost({ type: type.name });
  }
  if (paidUntil === null) return undefined;
  if (prepaid === null) return faults.postpaid(about);
  return (expiresAt ?? Infinity) < paidUntil ? faults.endsBefore(about) : undefined;
}
