import type { Key } from '#kernel/key.ts';
import type { StockKind } from '#drivers/driver.ts';
import { Fault } from '#kernel/fault.ts';
import type { DedicatedHost } from '../dedicated-host/dedicated-host.ts';
import { dedicatedHostFaults } from '../dedicated-host/faults.ts';
import { takeOwnHosts } from '../host/own-hosts.ts';
import { hostOfServer } from '../hosted-server/hosted-server.ts';
import { takeClusterPlaces } from '../hpc-cluster/verbs/clusters.ts';
import { instanceTypeFaults } from '../instance-type/faults.ts';
import { placementGroupFaults } from '../placement-group/faults.ts';
import { takeGroupCapacity, ungrouped } from '../placement-group/take-capacity.ts';
import type { Scope } from '../scope.ts';
import { defaultSecurityGroup } from '../security-group/verbs/default-security-group.ts';
import { requireSecurityGroups } from '../security-group/verbs/require-security-groups.ts';
import type { NetworkPlace } from '../subnet/subnet.ts';
import { defaultNetwork } from '../subnet/verbs/default-network.ts';
import { instanceFaults } from './faults.ts';
import { needOf } from './instance.ts';
import type { LaunchRequest } from './launch-request.ts';
import { takeQuota } from './quotas.ts';
import { takeStock } from './stock.ts';
import type { LaunchPlan, Offer } from './verbs/plan-launch.ts';

/** Where the instances go, with the room on the hosts, the quota and the stock booked. */
export interface Booked extends Offer {
  /** One host for each instance. */
  readonly hosts: ReadonlyArray<Key<'host'>>;
  /** The part of its group that each is in. */
  readonly parts: ReadonlyArray<number | null>;
}

/** Books quota, stock and room for the first offer that has them. */
export async function takePlace(
  scope: Scope,
  request: LaunchRequest,
  plan: LaunchPlan,
): Promise<Booked> {
  let refusal: Fault | undefined;
  for (const offer of plan.offers) {
    const taken = await takeInZone(scope, request, { plan, offer });
    if ('hosts' in taken) return { ...offer, ...taken };
    refusal ??= taken.refusal;
  }
  throw refusal ?? instanceFaults.zoneSoldOut({ limit: 'host' });
}

/** Of an offer, within the quota of its zone; what is not used of the quota is given back. */
async function takeInZone(
  scope: Scope,
  request: LaunchRequest,
  of: { readonly plan: LaunchPlan; readonly offer: Offer },
): Promise<Taken> {
  const { region, count, chargeType } = request;
  const { zone, type } = of.offer;
  const place = { region, zone, chargeType, cpu: type.cpu };
  try {
    await takeQuota(scope, place, count);
  } catch (error) {
    // Another zone has a quota of its own.
    if (error instanceof Fault && error.reason === instanceFaults.quotaExceeded.reason) {
      return { refusal: error };
    }
    throw error;
  }
  const taken = await takeRoom(scope, request, of);
  const used = 'hosts' in taken ? taken.hosts.length : 0;
  if (used < count) await takeQuota(scope, place, used - count);
  return taken;
}

type Taken = Pick<Booked, 'hosts' | 'parts'> | { readonly refusal: Fault };

async function takeRoom(
  scope: Scope,
  request: LaunchRequest,
  { plan, offer }: { readonly plan: LaunchPlan; readonly offer: Offer },
): Promise<Taken> {
  const { zone, type } = offer;
  const about = { zone, type: type.name };
  const { countMin, chargeType: charge } = request;
  const partial = countMin < request.count;
  const short = (limit: StockKind | 'host', available: number, reason = 'stock'): Taken => ({
    refusal: partial
      ? instanceTypeFaults.belowMinimum({ ...about, available })
      : instanceTypeFaults.soldOut({ ...about, charge, limit, reason }),
  });
  const stocked = await takeStock(scope, { ...about, charge }, request);
  if (stocked.count === 0 && stocked.limits === 'zone') {
    return { refusal: instanceFaults.zoneSoldOut({ zone, limit: 'zone' }) };
  }
  if (stocked.count < countMin) return short(stocked.limits, stocked.count);
  const disks = request.dataDisks.map(({ sizeGiB }) => ({ sizeGiB: sizeGiB ?? 0 }));
  disks.push({ sizeGiB: plan.systemDiskGiB });
  const need = needOf(type, disks);
  const dedicated = dedicatedIn(plan, zone);
  const { placementGroup, hpcCluster, servers } = request;
  const wanted = { zone, need, count: stocked.count, countMin, dedicated };
  const capacity =
    servers === undefined
      ? await takeGroupCapacity(scope, wanted, placementGroup)
      : ungrouped(await takeOwnHosts(scope.db, servers.map(hostOfServer), need));
  if ('hosts' in capacity) {
    const { length: count } = capacity.hosts;
    if (hpcCluster !== undefined) {
      await takeClusterPlaces(scope, { cluster: hpcCluster, zone, count });
    }
    await stocked.giveBack(stocked.count - capacity.hosts.length);
    return capacity;
  }
  await stocked.giveBack(stocked.count);
  if (capacity.groupIsFull === true) {
    const full = { 'placement-group': placementGroup?.group };
    return { refusal: placementGroupFaults.cannotSpread(full) };
  }
  if (dedicated !== undefined) return { refusal: dedicatedHostFaults.noRoom() };
  return short('host', 0, capacity.reason);
}

function dedicatedIn({ dedicated }: LaunchPlan, zone: string) {
  return dedicated?.filter((host) => host.zone === zone).map(({ key }) => key);
}

/** The dedicated host that each host is, where the instances are on some. */
export function dedicatedByHost({
  dedicated,
}: LaunchPlan): ReadonlyMap<string, DedicatedHost['key']> {
  return new Map(dedicated?.map(({ key, host }) => [host, key]));
}

/** The subnet and the security groups of a launch; the defaults where it names none. */
export async function takeNetwork(
  scope: Scope,
  request: LaunchRequest,
  at: { readonly plan: LaunchPlan; readonly zone: string },
): Promise<NetworkPlace & { readonly securityGroups: ReadonlyArray<Key<'security-group'>> }> {
  const { region } = request;
  const { subnet: named } = at.plan;
  const network = named ?? (await defaultNetwork(scope, { region, zone: at.zone }));
  if (request.securityGroups !== null) {
    // Whether they are of the default network can be told only when that is there.
    const where = { region, vpc: network.vpc };
    if (named === null) await requireSecurityGroups(scope, request.securityGroups, where);
    return { ...network, securityGroups: request.securityGroups };
  }
  // It takes every instance of the region that names no group, so it is never full.
  const group = await defaultSecurityGroup(scope, { region });
  return { ...network, securityGroups: [group] };
}
