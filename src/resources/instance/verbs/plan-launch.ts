import { requirePackage } from '../../bandwidth-package/verbs/list-packages.ts';
import type { DedicatedHost } from '../../dedicated-host/dedicated-host.ts';
import { hostsFor } from '../../dedicated-host/hosting.ts';
import { requireDiskOptions, requireEncryption } from '../../disk/disk-options.ts';
import { diskFaults } from '../../disk/faults.ts';
import type { Image } from '../../image/image.ts';
import { planServers } from '../../hosted-server/verbs/plan-servers.ts';
import { imageFaults } from '../../image/faults.ts';
import type { LaunchableImage } from '../../image/system.ts';
import { imageForLaunch } from '../../image/verbs/image-for-launch.ts';
import type { HpcCluster } from '../../hpc-cluster/hpc-cluster.ts';
import { requireCluster } from '../../hpc-cluster/verbs/require-cluster.ts';
import { hpcClusterFaults } from '../../hpc-cluster/faults.ts';
import { requireGroupPlace } from '../../placement-group/verbs/get-group.ts';
import { instanceTypeFaults } from '../../instance-type/faults.ts';
import type { InstanceType } from '../../instance-type/instance-type.ts';
import { keyPairFaults } from '../../key-pair/faults.ts';
import { requireKeyPairs } from '../../key-pair/verbs/require-key-pairs.ts';
import { findRegion } from '../../region/region.ts';
import { getGroup } from '../../resource-group/verbs/get-groups.ts';
import { bidSuffices, spotHour } from '../../price/spot.ts';
import type { ReadScope } from '../../scope.ts';
import {
  type GroupsOfOneType,
  requireSecurityGroups,
} from '../../security-group/verbs/require-security-groups.ts';
import type { NetworkPlace } from '../../subnet/subnet.ts';
import { requireRole } from '../../role/require-role.ts';
import { requireSnapshot } from '../../snapshot/require.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { resolveSubnet } from '../../subnet/verbs/resolve-subnet.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import type { Spot } from '../instance.ts';
import { launchFaults } from '../launch-faults.ts';
import type { LaunchDisk, LaunchRequest } from '../launch-request.ts';
import { requirePaidTerm } from '../paid-term.ts';
import { isClosed } from '../stock.ts';

/** What a launch comes to, before anything is booked. */
export interface LaunchPlan {
  readonly image: LaunchableImage;
  /** Null: the default network of the zone, which may not be there yet. */
  readonly subnet: NetworkPlace | null;
  /** The zones and types that will do and are sold, the best first; at least one. */
  readonly offers: readonly Offer[];
  readonly systemDiskGiB: number;
  /** As they are made: what comes from something encrypted is encrypted. */
  readonly systemDisk: LaunchDisk;
  readonly dataDisks: readonly LaunchDisk[];
  /** Null: the default group of the region, which may not be there yet. */
  readonly groups: GroupsOfOneType | null;
  /** The hosts of the account's own that will do; null: shared ones. */
  readonly dedicated: readonly DedicatedHost[] | null;
}

export interface Offer {
  readonly zone: string;
  readonly type: InstanceType;
}

/**
 * Checks that everything a launch names exists, fits together and is sold at all (D17: existence,
 * then state). It only reads, so what merely asks about a launch (its price) plans it the same way.
 */
export const planLaunch = verb(
  [
    imageForLaunch,
    imageFaults.tooLarge,
    imageFaults.typeUnfit,
    instanceTypeFaults.notFound,
    instanceTypeFaults.notInZone,
    instanceFaults.zoneSoldOut,
    requireRole,
    requireGroupPlace,
    requireCluster,
    getGroup,
    resolveSubnet,
    requireSecurityGroups,
    requireKeyPairs,
    keyPairFaults.notForWindows,
    diskFaults.keptNotHere,
    diskFaults.optionNotForCategory,
    diskFaults.encryptionOffWithKey,
    requireSnapshot,
    diskFaults.notSupportedHere,
    diskFaults.smallerThanSnapshot,
    launchFaults.internetChargeNotForCharge,
    launchFaults.spotPriceTooLow,
    requirePackage,
    hpcClusterFaults.zoneMismatch,
    hostsFor,
    launchFaults.periodNotSold,
    planServers,
  ],
  async (scope: ReadScope, request: LaunchRequest): Promise<LaunchPlan> => {
    const { image: key, region } = request;
    const image = await imageForLaunch(scope, { image: key, region });
    if (request.role !== undefined) {
      await requireRole(scope, request.launchedBy, request.role);
    }
    const { placementGroup, hpcCluster } = request;
    if (placementGroup !== undefined) await requireGroupPlace(scope, { ...placementGroup, region });
    if (request.resourceGroup !== undefined) await getGroup(scope, request.resourceGroup);
    const types = typesOf(scope, request, image);
    const cluster = await requireCluster(scope, { cluster: hpcCluster, types, region });
    const subnet = await namedSubnet(scope, request);
    const where = { region: request.region, vpc: subnet?.vpc };
    const { securityGroups: named } = request;
    const groups = named === null ? null : await requireSecurityGroups(scope, named, where);
    await checkKeyPairs(scope, request, image);
    requireSold(request);
    const { package: shared } = request.internet;
    if (shared !== null) await requirePackage(scope, { package: shared, region });
    const disks = await disksAsMade(scope, request, image);
    const systemDiskGiB = systemDiskSize(request, image);
    const zones = zonesOf(request, { subnet, cluster });
    const { servers } = request;
    if (servers !== undefined) await planServers(scope, { ...request, servers });
    const dedicated = await dedicatedFor(scope, request, { types, zones });
    const offered = dedicated === null ? zones : zonesOfHosts(zones, dedicated);
    const among = { vendor: request.launchedBy, zones: offered, types };
    const sold = offersOf(scope, { ...among, onServers: servers !== undefined });
    const offers =
      request.spot === null ? sold : withinBid(scope, request, { sold, spot: request.spot });
    return { image, subnet, offers, systemDiskGiB, ...disks, groups, dedicated };
  },
);

/** Where it may be: in the zone of its subnet, and in that of its cluster. */
function zonesOf(
  { zones }: LaunchRequest,
  {
    subnet,
    cluster,
  }: {
    readonly subnet: NetworkPlace | null;
    readonly cluster: HpcCluster | undefined;
  },
): readonly string[] {
  const open = subnet === null ? zones : [subnet.zone];
  const bound = cluster?.zone ?? null;
  if (bound === null || open.includes(bound)) return bound === null ? open : [bound];
  throw hpcClusterFaults.zoneMismatch({ 'hpc-cluster': cluster?.key, zone: bound });
}

/** The dedicated hosts of a launch that asks for them, which then names one type. */
async function dedicatedFor(
  scope: ReadScope,
  { hosting, region, prepaid }: LaunchRequest,
  { types, zones }: { readonly types: readonly InstanceType[]; readonly zones: readonly string[] },
): Promise<readonly DedicatedHost[] | null> {
  const [type] = types;
  if (hosting === undefined || type === undefined) return null;
  const term =
    prepaid === null
      ? null
      : requirePaidTerm(scope.now, { count: prepaid.period, unit: prepaid.unit });
  const paidUntil = term?.expiresAt ?? null;
  return hostsFor(scope, { hosting, region, zones, type, paidUntil });
}

function zonesOfHosts(
  zones: readonly string[],
  hosts: readonly DedicatedHost[],
): readonly string[] {
  return zones.filter((zone) => hosts.some((host) => host.zone === zone));
}

/** The offers whose price now is no more than the bid. @throws launch.spotPriceTooLow */
function withinBid(
  scope: ReadScope,
  { region }: LaunchRequest,
  { sold, spot }: { readonly sold: readonly Offer[]; readonly spot: Spot },
): readonly Offer[] {
  const { now } = scope;
  const offers = sold.filter((offer) =>
    bidSuffices(spot, spotHour(scope, { ...offer, at: now }, { region, now })),
  );
  if (offers.length > 0) return offers;
  throw launchFaults.spotPriceTooLow();
}

/** The types named, each of which has to fit the image. */
function typesOf(
  { cloud }: ReadScope,
  request: LaunchRequest,
  image: Image,
): readonly InstanceType[] {
  const types = request.types.map((name) => {
    const type = cloud.catalogue.instanceType(name);
    if (type?.catalogue !== request.launchedBy) throw instanceTypeFaults.notFound({ type: name });
    return type;
  });
  for (const type of types) {
    if (type.architecture === image.architecture) continue;
    if (image.architecture === 'i386' && type.architecture === 'x86_64') continue;
    throw imageFaults.typeUnfit({ image: request.image, type: type.name });
  }
  return types;
}

/** Windows is not opened by key pairs (seed 004 L38228). */
async function checkKeyPairs(
  scope: ReadScope,
  { login, region }: LaunchRequest,
  { osFamily }: Image,
): Promise<void> {
  if (login.by !== 'key-pairs') return;
  if (osFamily === 'windows') throw keyPairFaults.notForWindows();
  await requireKeyPairs(scope, { keys: login.keyPairs, region });
}

async function namedSubnet(
  scope: ReadScope,
  { region, zones, network }: LaunchRequest,
): Promise<NetworkPlace | null> {
  const { subnet, vpc } = network;
  if (subnet === null) return null;
  const seen = (findRegion(region)?.zones ?? []).filter((zone) => scope.sees(zone));
  return resolveSubnet(scope, {
    region,
    subnet,
    zones: seen,
    vpc: vpc ?? undefined,
    zone: zones.length === 1 ? zones[0] : undefined,
  });
}

/** What no vendor sells in that way. */
function requireSold({ chargeType, internet, systemDisk, dataDisks }: LaunchRequest): void {
  for (const disk of [systemDisk, ...dataDisks]) requireDiskOptions(disk);
  if (internet.chargeType === 'bandwidth-prepaid' && chargeType !== 'prepaid') {
    throw launchFaults.internetChargeNotForCharge();
  }
  // One that is in the server of its instance cannot outlive it.
  if (dataDisks.some((disk) => disk.isLocal && !disk.deleteWithInstance)) {
    throw diskFaults.keptNotHere();
  }
}

/** The disks as they are made. @throws disk.notSupportedHere where nothing can encrypt them */
async function disksAsMade(
  scope: ReadScope,
  request: LaunchRequest,
  image: LaunchableImage,
): Promise<Pick<LaunchPlan, 'systemDisk' | 'dataDisks'>> {
  const systemDisk = encryptedAs(request.systemDisk, image);
  const dataDisks: LaunchDisk[] = [];
  for (const disk of request.dataDisks) {
    dataDisks.push(encryptedAs(disk, await requireSource(scope, request.region, disk)));
  }
  requireEncryption(scope, [systemDisk, ...dataDisks]);
  return { systemDisk, dataDisks };
}

/** The snapshot that a data disk is made from: it is not larger than the disk (L36223). */
async function requireSource(
  scope: ReadScope,
  region: string,
  { snapshot, sizeGiB }: LaunchDisk,
): Promise<Snapshot | undefined> {
  if (snapshot === undefined) return undefined;
  const found = await requireSnapshot(scope, { snapshot, region });
  const { sizeGiB: minGiB } = found;
  if ((sizeGiB ?? 0) < minGiB) throw diskFaults.smallerThanSnapshot({ minGiB });
  return found;
}

/** A disk of an encrypted image or snapshot is encrypted, whatever is asked for. */
function encryptedAs(
  disk: LaunchDisk,
  from: { readonly encrypted?: boolean } | undefined,
): LaunchDisk {
  return from?.encrypted === true ? { ...disk, doc: { ...disk.doc, encrypted: true } } : disk;
}

function systemDiskSize({ systemDisk, image: key }: LaunchRequest, image: Image): number {
  const sizeGiB = systemDisk.sizeGiB ?? Math.max(systemDisk.sizeGiBDefault ?? 0, image.sizeGiB);
  if (sizeGiB >= image.sizeGiB) return sizeGiB;
  throw imageFaults.tooLarge({ image: key, minGiB: image.sizeGiB });
}

function offersOf(
  scope: ReadScope,
  among: {
    readonly vendor: string;
    readonly zones: readonly string[];
    readonly types: readonly InstanceType[];
    /** A customer's server takes what no zone sells. */
    readonly onServers: boolean;
  },
): readonly Offer[] {
  const { vendor, zones, types, onServers } = among;
  const open = zones.filter((zone) => !isClosed(scope, vendor, zone));
  const offers = open.flatMap((zone) =>
    types
      .filter((type) => onServers || scope.cloud.catalogue.sells(type, zone))
      .map((type) => ({ zone, type })),
  );
  if (offers.length > 0) return offers;
  const [zone] = open;
  if (zone !== undefined) throw instanceTypeFaults.notInZone({ zone, type: types[0]?.name });
  throw instanceFaults.zoneSoldOut({ zone: zones[0], limit: 'host' });
}
