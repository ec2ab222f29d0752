import type { StockKind } from '#drivers/driver.ts';
import type { Image } from '../image/image.ts';
import { imageFaults } from '../image/faults.ts';
import { instanceTypeFaults } from '../instance-type/faults.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import { findRegion } from '../region/region.ts';
import { defaultSecurityGroup } from '../security-group/verbs/default-security-group.ts';
import { requireSecurityGroups } from '../security-group/verbs/require-security-groups.ts';
import { defaultNetwork } from '../subnet/verbs/default-network.ts';
import { resolveSubnet } from '../subnet/verbs/resolve-subnet.ts';
import type { Scope } from '../scope.ts';
import { takeCapacity } from '../host/capacity.ts';
import { instanceFaults } from './faults.ts';
import { needOf } from './instance.ts';
import type { LaunchRequest } from './launch-request.ts';
import { takeQuota } from './quotas.ts';
import { isClosed, takeStock } from './stock.ts';

/** What was found to exist and to fit together, before anything is booked. */
export interface Grounds {
  readonly image: Image;
  readonly types: readonly InstanceType[];
  readonly subnet: { readonly key: string; readonly vpc: string; readonly zone: string } | null;
  readonly zones: readonly string[];
  readonly systemDiskGiB: number;
}

/** Checks that everything named exists and fits together (D17: existence, then state). */
export async function findGrounds(scope: Scope, request: LaunchRequest): Promise<Grounds> {
  const { catalogue } = scope.cloud;
  const image = catalogue.image(request.image);
  if (image === undefined) throw imageFaults.notFound({ image: request.image });
  const types = request.types.map((name) => {
    const type = catalogue.instanceType(name);
    if (type?.catalogue !== request.launchedBy) throw instanceTypeFaults.notFound({ type: name });
    return type;
  });
  for (const type of types) {
    if (type.architecture === image.architecture) continue;
    if (image.architecture === 'i386' && type.architecture === 'x86_64') continue;
    throw imageFaults.typeUnfit({ image: request.image, type: type.name });
  }
  const subnet = await namedSubnet(scope, request);
  if (request.securityGroups !== null) {
    const where = { region: request.region, vpc: subnet?.vpc };
    await requireSecurityGroups(scope, request.securityGroups, where);
  }
  const zones = subnet === null ? request.zones : [subnet.zone];
  const systemDiskGiB = systemDiskSize(request, image);
  return { image, types, subnet, zones, systemDiskGiB };
}

async function namedSubnet(scope: Scope, request: LaunchRequest): Promise<Grounds['subnet']> {
  const { region, zones } = request;
  const { subnet, vpc } = request.network;
  if (subnet === null) return null;
  const seen = (findRegion(region)?.zones ?? []).filter((zone) => scope.sees(zone));
  const place = await resolveSubnet(scope, {
    region,
    subnet,
    zones: seen,
    vpc: vpc ?? undefined,
    zone: zones.length === 1 ? zones[0] : undefined,
  });
  return { key: place.subnet, vpc: place.vpc, zone: place.zone };
}

function systemDiskSize({ systemDisk, image: key }: LaunchRequest, image: Image): number {
  const sizeGiB = systemDisk.sizeGiB ?? Math.max(systemDisk.sizeGiBDefault ?? 0, image.sizeGiB);
  if (sizeGiB >= image.sizeGiB) return sizeGiB;
  throw imageFaults.tooLarge({ image: key, minGiB: image.sizeGiB });
}

/** Where the instances go, with the room on the hosts, the quota and the stock booked. */
export interface Placing {
  readonly zone: string;
  readonly type: InstanceType;
  /** One host for each instance. */
  readonly hosts: readonly string[];
}

/** Books quota, stock and capacity in the first zone and with the first type that have them. */
export async function takePlace(
  scope: Scope,
  request: LaunchRequest,
  grounds: Grounds,
): Promise<Placing> {
  const [zone = ''] = grounds.zones;
  await takeQuota(scope, { region: request.region, zone }, request.count);
  let refusal: Refusal | undefined;
  for (const candidate of grounds.zones) {
    if (isClosed(scope, request.launchedBy, candidate)) {
      refusal = instanceFaults.zoneSoldOut({ zone: candidate, limit: 'host' });
      continue;
    }
    for (const type of grounds.types) {
      const taken = await takeRoom(scope, request, { grounds, zone: candidate, type });
      if ('hosts' in taken) {
        await settleQuota(scope, request, { asked: zone, got: candidate, of: taken.hosts.length });
        return { zone: candidate, type, hosts: taken.hosts };
      }
      refusal = taken.refusal;
    }
  }
  throw refusal ?? instanceFaults.zoneSoldOut({ zone, limit: 'host' });
}

/** The quota was taken for all of them in the first zone; fewer, or another zone, may have come. */
async function settleQuota(
  scope: Scope,
  { region, count }: LaunchRequest,
  { asked, got, of }: { asked: string; got: string; of: number },
): Promise<void> {
  if (asked === got) {
    await takeQuota(scope, { region, zone: asked }, of - count);
    return;
  }
  await takeQuota(scope, { region, zone: asked }, -count);
  await takeQuota(scope, { region, zone: got }, of);
}

type Refusal = ReturnType<typeof instanceFaults.zoneSoldOut>;

type Taken = { readonly hosts: readonly string[] } | { readonly refusal: Refusal };

async function takeRoom(
  scope: Scope,
  request: LaunchRequest,
  at: { readonly grounds: Grounds; readonly zone: string; readonly type: InstanceType },
): Promise<Taken> {
  const { zone, type, grounds } = at;
  const about = { zone, type: type.name };
  if (!scope.cloud.catalogue.sells(type, zone)) {
    return { refusal: instanceTypeFaults.notInZone(about) };
  }
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
  disks.push({ sizeGiB: grounds.systemDiskGiB });
  const need = needOf(type, disks);
  const capacity = await takeCapacity(scope, { zone, need, count: stocked.count, countMin });
  if ('hosts' in capacity) {
    await stocked.giveBack(stocked.count - capacity.hosts.length);
    return capacity;
  }
  await stocked.giveBack(stocked.count);
  return short('host', 0, capacity.reason);
}

/** The subnet and the security groups of a launch; the defaults where it names none. */
export async function takeNetwork(
  scope: Scope,
  request: LaunchRequest,
  at: { readonly grounds: Grounds; readonly zone: string },
): Promise<{ vpc: string; subnet: string; securityGroups: readonly string[] }> {
  const { region } = request;
  const { subnet: named } = at.grounds;
  const network =
    named === null
      ? await defaultNetwork(scope, { region, zone: at.zone })
      : { vpc: named.vpc, subnet: named.key };
  if (request.securityGroups !== null) {
    // Whether they are of the default network can be told only when that is there.
    const where = { region, vpc: network.vpc };
    if (named === null) await requireSecurityGroups(scope, request.securityGroups, where);
    return { ...network, securityGroups: request.securityGroups };
  }
  const group = await defaultSecurityGroup(scope, { region });
  return { ...network, securityGroups: [group] };
}
