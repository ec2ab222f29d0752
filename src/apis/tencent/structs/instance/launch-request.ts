import { dedicatedHostFaults } from '#resources/dedicated-host/faults.ts';
import { getDedicatedHost } from '#resources/dedicated-host/verbs/list-hosts.ts';
import { hpcClusterFaults } from '#resources/hpc-cluster/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { Image } from '#resources/image/image.ts';
import { imageFaults } from '#resources/image/faults.ts';
import type { LaunchRequest } from '#resources/instance/launch-request.ts';
import type { ReadScope } from '#resources/scope.ts';
import { ParameterFault } from '#wire/parameter-fault.ts';
import { findImageSeen } from '../image/seen-images.ts';
import { tencentTypeSource } from '#catalogue/tencent/types.ts';
import { requireTypeForm } from '../instance-type/type-name.ts';
import { requireZone } from '../region/zones.ts';
import { prepaidOf } from './prepaid-shape.ts';
import { refuseInCluster } from './in-cluster.ts';
import { refuseAbsent } from './absent.ts';
import { chargeTypeOf, releaseAtOf, spotOf } from './charge.ts';
import { dataDisksOf, systemDiskOf } from './disks.ts';
import { metadataText } from './metadata.ts';
import { launchOwnOf, userDataOf } from './extras.ts';
import type { RunInstancesInput } from './launch-input.ts';
import { loginOf } from './login.ts';
import { hostNamesOf, namesOf } from './launch-names.ts';
import { internetOf, launchInterfacesOf, networkOf } from './network.ts';
import { specifiedTags } from '../tag/tags.ts';

/** What is launched where the request names no type, the best first (seed 004 L8650-8656). */
const defaultTypes = ['S5.MEDIUM2', 'SA2.MEDIUM2', 'SA3.MEDIUM2', 'S3.MEDIUM2', 'S2.MEDIUM2'];

/** What a launch is read by. */
export type LaunchContext = Pick<ReadScope, 'now' | 'cloud' | 'db' | 'account'> & {
  readonly region: string;
};

/** What a generation of the API does in its own way with a launch. */
export interface LaunchHabits {
  names(pattern: string | undefined, count: number): LaunchRequest['names'];
  /** @throws Fault where two ways are given, or one does not fit */
  login(asked: RunInstancesInput['LoginSettings'], image: Image): LaunchRequest['login'];
  /** Where no security group is named: null is the default group. */
  readonly groupsDefault: LaunchRequest['securityGroups'];
}

const today: LaunchHabits = { names: namesOf, login: loginOf, groupsDefault: null };

/**
 * A request of RunInstances in neutral words: everything checked that follows from the request and
 * the catalogue, what exists and what is left to the use case (D17).
 * @throws Fault
 */
export async function launchRequestOf(
  context: LaunchContext,
  input: RunInstancesInput,
  habits: LaunchHabits = today,
): Promise<LaunchRequest> {
  const { region, now, cloud } = context;
  const { InstanceCount: count, InstanceType: typeName, Placement } = input;
  if (typeName !== undefined) requireTypeForm(typeName);
  const countMin = countMinOf(input);
  const type = typeName === undefined ? undefined : cloud.catalogue.instanceType(typeName);
  await refuseInCluster(context, input);
  refuseAbsent(input);
  const takesCluster = type === undefined || type.needsHpcCluster;
  if (input.HpcClusterId !== undefined && !takesCluster) throw hpcClusterFaults.notForType();
  const zone = Placement?.Zone ?? '';
  requireZone(zone, region);
  const chargeType = chargeTypeOf(input.InstanceChargeType);
  const image = await imageOf(context, input.ImageId ?? '');
  const windows = image.osFamily === 'windows';
  const isProtected = input.DisableApiTermination;
  const { Metadata } = input;
  const extras = { ...input, AsVpcGateway: input.VirtualPrivateCloud?.AsVpcGateway };
  return {
    launchedBy: tencentTypeSource.catalogue,
    region,
    zones: [zone],
    types: typeName === undefined ? defaultTypes : [typeName],
    image: image.key,
    count,
    countMin,
    network: networkOf(input.VirtualPrivateCloud, count),
    servers: isEmpty(input.ChcIds) ? undefined : input.ChcIds,
    interfaces: launchInterfacesOf(input.VirtualPrivateCloud),
    securityGroups: groupsOf(input.SecurityGroupIds) ?? habits.groupsDefault,
    chargeType,
    prepaid: chargeType === 'prepaid' ? prepaidOf(paidInAdvance(input)) : null,
    spot: spotOf(chargeType, input.InstanceMarketOptions),
    systemDisk: systemDiskOf(input.SystemDisk),
    dataDisks: dataDisksOf(input.DataDisks),
    ...internetOf(input.InternetAccessible, chargeType === 'prepaid'),
    login: habits.login(input.LoginSettings, image),
    names: habits.names(input.InstanceName, count),
    hostNames: hostNamesOf(input.HostName, { windows, count }),
    description: null,
    tags: specifiedTags(input.TagSpecification),
    project: Placement?.ProjectId ?? 0,
    userData: userDataOf(input.UserData),
    protected: isProtected,
    role: input.CamRoleName,
    placementGroup: groupAsked(input),
    hpcCluster: input.HpcClusterId,
    hosting: await hostingOf(context, input, chargeType),
    releaseAt: releaseAtOf(input.ActionTimer, { now, isProtected }),
    start: true,
    metadata: Metadata === undefined ? undefined : metadataText(Metadata, count),
    own: { ...launchOwnOf(extras, type) },
  };
}

/** The placement group, of which there is one at most (L8835). */
function groupAsked(input: RunInstancesInput): LaunchRequest['placementGroup'] {
  const [group] = input.DisasterRecoverGroupIds ?? [];
  return group === undefined ? undefined : { group, part: input.PartitionNumber ?? null };
}

/** On one of the hosts named, or on any of the account (L38369-38376). */
async function hostingOf(
  context: LaunchContext,
  { Placement }: RunInstancesInput,
  chargeType: LaunchRequest['chargeType'],
): Promise<LaunchRequest['hosting']> {
  const hosts = Placement?.HostIds ?? [];
  if (chargeType !== 'dedicated-host') {
    if (hosts.length === 0) return undefined;
    const { region } = context;
    for (const key of hosts) await getDedicatedHost(context, { key, region });
    throw dedicatedHostFaults.hostsNotForCharge();
  }
  return { hosts: hosts.length === 0 ? null : hosts, affinity: 'host' };
}

function isEmpty(list: readonly unknown[] | undefined): boolean {
  return list === undefined || list.length === 0;
}

/** For how long, which a template may leave out (seed 004 L8588). @throws Fault */
function paidInAdvance({ InstanceChargePrepaid }: RunInstancesInput) {
  if (InstanceChargePrepaid !== undefined) return InstanceChargePrepaid;
  const problem = 'is required where InstanceChargeType is PREPAID';
  throw new ParameterFault(undefined, {
    constraint: 'missing',
    at: 'InstanceChargePrepaid',
    problem,
  });
}

/** An image of the other vendor alone does not exist here. @throws image.notFound */
export async function imageOf(context: LaunchContext, key: string): Promise<Image> {
  const image = await findImageSeen(context, key);
  if (image !== undefined) return image;
  throw imageFaults.notFound({ image: key });
}

/** Partial delivery (seed 000 L84-89): at most as many as are asked for, of three charge types. */
function countMinOf({ MinCount, InstanceCount, InstanceChargeType }: RunInstancesInput): number {
  if (MinCount === undefined) return InstanceCount;
  if (MinCount > InstanceCount) {
    const message = 'MinCount must not be greater than InstanceCount.';
    throw launchFaults.minCountOutOfRange({ message });
  }
  if (['PREPAID', 'POSTPAID_BY_HOUR', 'SPOTPAID'].includes(InstanceChargeType)) return MinCount;
  const message = `${InstanceChargeType} does not support MinCount.`;
  throw launchFaults.minCountNotForCharge({ message });
}

/** The default group where none is named (seed 004 L8759). */
function groupsOf(groups: readonly string[] | undefined): readonly string[] | null {
  const given = groups ?? [];
  if (given.length === 0) return null;
  if (new Set(given).size === given.length) return given;
  throw launchFaults.groupTwice();
}
