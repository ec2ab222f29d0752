import { requirePolicies } from '#resources/auto-snapshot-policy/verbs/list-policies.ts';
import { openMetadata } from '#resources/instance/instance.ts';
import type { LaunchRequest } from '#resources/instance/launch-request.ts';
import type { WriteContext } from '#apis/context.ts';
import { checkedTags } from '../../../given-tags.ts';
import { sourceSnapshots } from '../../disk/source-snapshot.ts';
import type { InstanceOwn } from '../own.ts';
import { contractOf, creditsOf } from './contract.ts';
import { type Disks, disksOf } from './disks.ts';
import { descriptionOf, hostNamesOf, loginOf, namesOf, userDataOf } from './guest.ts';
import type { DisksAsked, LaunchAsked } from './launch-asked.ts';
import { networkOf, type NetworkAsked } from './network.ts';
import { refuseNonexistent } from './nonexistent.ts';
import { subjectsOf } from './subjects.ts';

/** RunInstances has it alone. */
interface SchedulerAsked {
  readonly SchedulerOptions?: { readonly DedicatedHostClusterId?: string | undefined } | undefined;
}

/** The parameters of a launch, and what the two actions decide differently. */
export interface Launch {
  readonly asked: LaunchAsked & Pick<DisksAsked, 'SystemDisk' | 'DataDisk'> & SchedulerAsked;
  readonly count: number;
  readonly countMin: number;
  readonly uniqueSuffix: boolean;
  readonly hostNames: readonly string[];
  readonly network: Pick<NetworkAsked, 'VSwitchId' | 'PrivateIpAddress' | 'groups'>;
  readonly interfaces?: LaunchRequest['interfaces'];
  readonly renewalPeriodDefault: number | undefined;
  readonly releaseAt: number | null;
  /** Whether they end up running, and with public addresses where they have bandwidth. */
  readonly start: boolean;
  readonly own: InstanceOwn;
}

/** Bandwidth in, where nothing is said: seed 003 L230-232. */
const IN_MBPS_MIN = 10;

/**
 * A launch in the domain's words. What can be told from the parameters alone is checked first, then
 * what they name, then what depends on the image and the type.
 */
export async function launchRequestOf(
  context: WriteContext,
  launch: Launch,
): Promise<LaunchRequest> {
  const { region } = context;
  const { count } = launch;
  const hosting = hostingOf(launch.asked);
  // A bid for what is on a host of one's own is left unread (seeds 002, 003: SpotStrategy).
  const asked = hosting === undefined ? launch.asked : { ...launch.asked, ...noBid };
  const naming = { count, uniqueSuffix: launch.uniqueSuffix };
  const names = namesOf(asked, naming);
  const description = descriptionOf(asked);
  const tags = checkedTags(asked.Tag);
  const contract = contractOf({ ...asked, VSwitchId: launch.network.VSwitchId }, launch);
  refuseNonexistent(asked);
  const subjects = await subjectsOf(context, asked);
  const snapshots = await sourceSnapshots(context, asked.DataDisk);
  const disks = disksOf(asked, { ...subjects, snapshots });
  await requireSnapshotPolicies(context, disks);
  const { windows } = subjects;
  const hosts = { HostName: asked.HostName, HostNames: launch.hostNames };
  const hostNames = hostNamesOf(hosts, { ...naming, windows });
  const login = await loginOf(context, asked, subjects);
  const userData = userDataOf(asked, subjects);
  const { ZoneId } = asked;
  const place = await networkOf(context, region, { ...launch.network, ZoneId, count });
  const out = asked.InternetMaxBandwidthOut;
  return {
    systemDisk: disks.systemDisk,
    // Those of one that is paid in advance are never taken from it (DescribeDisks, Portable).
    dataDisks: disks.dataDisks.map((disk) => ({
      ...disk,
      isBound: contract.chargeType === 'prepaid',
    })),
    ...contract,
    ...place,
    interfaces: launch.interfaces,
    launchedBy: 'aliyun',
    region,
    types: [subjects.type.name],
    image: subjects.image.key,
    count,
    countMin: launch.countMin,
    securityGroups: launch.network.groups.length === 0 ? null : launch.network.groups,
    internet: {
      chargeType: internetChargeOf(asked),
      outMbps: out,
      inMbps: asked.InternetMaxBandwidthIn ?? Math.max(out, IN_MBPS_MIN),
      package: null,
    },
    publicAddress: launch.start && out > 0,
    login,
    names,
    hostNames,
    description,
    tags,
    project: 0,
    userData,
    releaseAt: launch.releaseAt,
    start: launch.start,
    ...commonOf(asked),
    hosting,
    own: { ...ownOfAsked(asked), ...launch.own, CreditSpecification: creditsOf(asked, subjects) },
  };
}

/** @throws auto-snapshot-policy.notFound for the first policy of a disk that there is not */
async function requireSnapshotPolicies(
  context: WriteContext,
  { systemDisk, dataDisks }: Disks,
): Promise<void> {
  const keys = [systemDisk, ...dataDisks].flatMap(({ snapshotPolicy }) => snapshotPolicy ?? []);
  if (keys.length > 0) await requirePolicies(context, { keys, region: context.region });
}

const noBid = { SpotStrategy: 'NoSpot', SpotPriceLimit: undefined } as const;

/** On the host that is named, on one of a cluster, or on any that takes part by itself. */
function hostingOf(asked: Launch['asked']): LaunchRequest['hosting'] {
  const { DedicatedHostId: host, Tenancy, Affinity } = asked;
  const cluster = asked.SchedulerOptions?.DedicatedHostClusterId;
  if (host === undefined && cluster === undefined && Tenancy !== 'host') return undefined;
  return { hosts: host === undefined ? null : [host], cluster, affinity: Affinity ?? 'default' };
}

/** Bandwidth is paid as the instance is. */
function internetChargeOf(asked: LaunchAsked): LaunchRequest['internet']['chargeType'] {
  if (asked.InternetChargeType === 'PayByTraffic') return 'traffic';
  return asked.InstanceChargeType === 'PrePaid' ? 'bandwidth-prepaid' : 'bandwidth-hourly';
}

function ownOfAsked(asked: LaunchAsked): InstanceOwn {
  const { HttpPutResponseHopLimit: hops } = asked;
  return { HttpPutResponseHopLimit: hops === 0 ? undefined : hops };
}

/** What instances of the other vendor have as well. */
function commonOf(asked: LaunchAsked) {
  const { ResourceGroupId, RamRoleName, PrivatePoolOptions, HttpEndpoint, HttpTokens } = asked;
  return {
    resourceGroup: ResourceGroupId,
    role: RamRoleName,
    placementGroup:
      asked.DeploymentSetId === undefined
        ? undefined
        : { group: asked.DeploymentSetId, part: asked.DeploymentSetGroupNo ?? null },
    hpcCluster: asked.HpcClusterId,
    privatePoolMatch: PrivatePoolOptions?.MatchCriteria,
    metadataAccess: {
      endpoint: HttpEndpoint ?? openMetadata.endpoint,
      tokens: HttpTokens ?? openMetadata.tokens,
    },
  };
}
