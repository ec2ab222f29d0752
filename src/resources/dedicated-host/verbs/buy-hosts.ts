import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import { getCluster } from '../../dedicated-host-cluster/verbs/get-cluster.ts';
import { takeRooms } from '../../host/dedicated-room.ts';
import type { Prepaid } from '../../instance/instance.ts';
import { launchFaults } from '../../instance/launch-faults.ts';
import { requirePaidTerm } from '../../instance/paid-term.ts';
import { isClosed, takeStock } from '../../instance/stock.ts';
import { placeOrder } from '../../order/verbs/place-order.ts';
import { priceFaults } from '../../price/faults.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { contractColumns, type DedicatedHostContract } from '../dedicated-host.ts';
import type { DedicatedHostType } from '../dedicated-host-type.ts';
import { dedicatedHostFaults as faults } from '../faults.ts';
import { hostOrderLine } from '../price.ts';
import { hostsIn } from '../table.ts';
import { beginMaking, scheduleHostExpiry, scheduleHostRelease } from '../timers.ts';

type Settled = Pick<
  DedicatedHostContract,
  | 'name'
  | 'description'
  | 'project'
  | 'cluster'
  | 'prepaid'
  | 'releaseAt'
  | 'autoPlacement'
  | 'maintenanceAction'
  | 'cpuPercent'
  | 'udpTimeout'
  | 'slbUdpTimeout'
>;

export interface Allocation extends Settled {
  /** The catalogue, so the vendor, that they are bought through. */
  readonly launchedBy: string;
  readonly type: string;
  readonly region: string;
  /** Those that will do, the best first. */
  readonly zones: readonly string[];
  readonly count: number;
  /** The fewest that are worth having. */
  readonly countMin: number;
  readonly resourceGroup: string | null;
  readonly tags: readonly Tag[];
}

/** What was bought, and the order that it was paid with; null where it is paid by the hour. */
export interface Allocated {
  readonly keys: ReadonlyArray<Key<'dedicated-host'>>;
  readonly order: string | null;
}

/** Buys hosts for the account alone; all of one purchase are in one zone. */
export const buyHosts = verb(
  [
    getCluster,
    faults.typeUnknown,
    faults.ratioNotForType,
    faults.clusterMismatch,
    faults.quotaExceeded,
    faults.notSoldHere,
    faults.soldOut,
    launchFaults.periodNotSold,
    priceFaults.tooLarge,
    placeOrder,
  ],
  async (scope: Scope, request: Allocation): Promise<Allocated> => {
    const type = typeOf(scope, request);
    const zones = await zonesOf(scope, request);
    await requireQuota(scope, request);
    const { zone, hosts } = await takeHosts(scope, request, { type, zones });
    const keys = hosts.map(({ key }) => key);
    await insert(scope, request, { zone, hosts });
    return { keys, order: await pay(scope, request, { type, keys }) };
  },
);

function typeOf({ cloud }: Scope, request: Allocation): DedicatedHostType {
  const type = cloud.catalogue.dedicatedHostType(request.type);
  if (type?.catalogue !== request.launchedBy) throw faults.typeUnknown({ type: request.type });
  if (request.cpuPercent <= type.cpuRatioMax * 100) return type;
  throw faults.ratioNotForType({ type: type.name });
}

/** The zones that sell hosts; that of the cluster alone where they go into one. */
async function zonesOf(scope: Scope, request: Allocation): Promise<readonly string[]> {
  const { cluster, region, launchedBy } = request;
  const one = cluster === null ? null : await getCluster(scope, { cluster, region });
  const zones = request.zones.filter((zone) => one === null || zone === one.zone);
  if (zones.length === 0 && one !== null) throw faults.clusterMismatch();
  const open = zones.filter((zone) => !isClosed(scope, launchedBy, zone));
  if (open.length === 0) throw faults.notSoldHere({ zone: zones[0] });
  return open;
}

async function requireQuota(scope: Scope, { region, count, prepaid }: Allocation): Promise<void> {
  const { db, account } = scope;
  const chargeType = prepaid === null ? 'postpaid' : 'prepaid';
  const limit = await limitOf(scope, 'dedicatedHostsPerRegionMax', { place: region, chargeType });
  const present = await db.all(hostsIn, { account, region });
  if (present.length + count > limit) throw faults.quotaExceeded({ limit });
}

interface Taken {
  readonly zone: string;
  readonly hosts: ReadonlyArray<{
    readonly key: Key<'dedicated-host'>;
    readonly host: Key<'host'>;
  }>;
}

/** Room and stock of the first zone that has them. */
async function takeHosts(
  scope: Scope,
  { count, countMin, prepaid, cpuPercent }: Allocation,
  { type, zones }: { readonly type: DedicatedHostType; readonly zones: readonly string[] },
): Promise<Taken> {
  const charge = prepaid === null ? 'postpaid' : 'prepaid';
  const cpu = Math.floor((type.cpu * cpuPercent) / 100);
  for (const zone of zones) {
    const stocked = await takeStock(scope, { zone, type: type.name, charge }, { count, countMin });
    if (stocked.count < countMin) continue;
    const keys = Array.from({ length: stocked.count }, () => newKey(scope.cloud.random));
    const rooms = await takeRooms(scope, keys, { zone, cpu, memoryMiB: type.memoryMiB });
    if (rooms.length < countMin) continue;
    await stocked.giveBack(stocked.count - rooms.length);
    return { zone, hosts: rooms.map((host, index) => ({ key: keys[index] ?? '', host })) };
  }
  throw faults.soldOut({ zone: zones[0], type: type.name });
}

async function insert(scope: Scope, request: Allocation, taken: Taken): Promise<void> {
  const { db, account, now } = scope;
  const { region, launchedBy, type, resourceGroup, prepaid, releaseAt } = request;
  const term = termOf(now, prepaid);
  const contract = contractColumns({ ...request, ...term, state: 'creating', moves: 0 });
  const keys = taken.hosts.map(({ key }) => key);
  await db.insert(
    'dedicated_hosts',
    taken.hosts.map(({ key, host }) => ({
      key,
      host,
      account,
      region,
      zone: taken.zone,
      launched_by: launchedBy,
      type,
      resource_group: resourceGroup,
      ...contract,
      created_at: now,
      version: 1,
    })),
  );
  await saveTags(db, { account, kind: 'dedicated-host', resources: keys }, request.tags);
  for (const key of keys) {
    await beginMaking(scope, key);
    if (term.expiresAt !== null) await scheduleHostExpiry(scope, key, term.expiresAt);
    if (releaseAt !== null) await scheduleHostRelease(scope, key, releaseAt);
  }
}

function termOf(now: number, prepaid: Prepaid | null) {
  if (prepaid === null) return { expiresAt: null, renewalDay: null };
  return requirePaidTerm(now, { count: prepaid.period, unit: prepaid.unit });
}

async function pay(
  scope: Scope,
  { region, prepaid }: Allocation,
  bought: {
    readonly type: DedicatedHostType;
    readonly keys: ReadonlyArray<Key<'dedicated-host'>>;
  },
): Promise<string | null> {
  if (prepaid === null) return null;
  const { now: from } = scope;
  const { type, keys } = bought;
  const { expiresAt } = termOf(from, prepaid);
  const term = { ...prepaid, from, until: expiresAt ?? from };
  const lines = keys.map((key) => hostOrderLine(scope, { key, region, type }, term));
  return (await placeOrder(scope, { kind: 'launch', of: 'dedicated-host', lines })).key;
}
