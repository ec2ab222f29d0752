import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import { WireFault } from '#wire/wire-fault.ts';
import type { RunInstancesInput } from './run-instances-input.ts';

/**
 * Refuses what names a thing that nobody can have yet: whichever it is, it does not exist. Each
 * code is the page's for that (seed 004 L9545-9865, test/pages/tencent-cvm.json).
 */
export function refuseAbsent(input: RunInstancesInput, type: InstanceType | undefined): void {
  const refused = absentThing(input) ?? absentHost(input) ?? absentCluster(input, type);
  if (refused !== undefined) throw new WireFault(...refused);
}

type Refused = readonly [code: string, message: string];

function absentThing(input: RunInstancesInput): Refused | undefined {
  if (input.LaunchTemplate !== undefined) {
    const code = 'InvalidParameterValue.LaunchTemplateIdNotExisted';
    return [code, 'The launch template does not exist.'];
  }
  if (isSome(input.ChcIds)) {
    return ['InvalidParameterValue.ChcHostsNotFound', 'The CHC server does not exist.'];
  }
  if (input.DedicatedClusterId !== undefined) {
    return ['InvalidParameter.CdcNotSupported', 'The dedicated cluster does not exist.'];
  }
  if (isSome(input.DisasterRecoverGroupIds)) {
    const code = 'FailedOperation.DisasterRecoverGroupNotFound';
    return [code, 'The placement group does not exist.'];
  }
  if (input.CamRoleName !== undefined) {
    return ['AuthFailure.CamRoleNameAuthenticateFailed', 'The CAM role does not exist.'];
  }
  if (isSome(input.NetworkInterfaces)) {
    const code = 'InvalidParameterValue.InstanceTypeNotSupportElasticNetworks';
    return [code, 'The instance type does not support NetworkInterfaces.'];
  }
  if (input.EnableJumboFrame === undefined) return undefined;
  const code = 'UnsupportedOperation.InstanceTypeNotSupportJumboFrame';
  return [code, 'The instance type does not support EnableJumboFrame, be it true or false.'];
}

function isSome(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}

/** On a dedicated host, with a type of its own kind, or neither (L8658-8662). */
function absentHost(input: RunInstancesInput): Refused | undefined {
  const { InstanceType = '', InstanceChargeType, Placement } = input;
  if (isSome(Placement?.HostIds)) {
    return ['InvalidHostId.NotFound', 'The dedicated host does not exist.'];
  }
  if (InstanceChargeType === 'CDHPAID') {
    const code = 'InvalidParameter.InstanceTypeSupportedHostNotFound';
    return [code, 'There is no dedicated host that supports the instance type.'];
  }
  if (!InstanceType.startsWith('CDH_')) return undefined;
  const message = `The instance type ${InstanceType} is charged as CDHPAID alone.`;
  return ['InvalidParameterCombination', message];
}

/** A cluster for high performance computing: types of that kind need one, others take none. */
function absentCluster(
  { HpcClusterId }: RunInstancesInput,
  type: InstanceType | undefined,
): Refused | undefined {
  const needs = type?.needsHpcCluster === true;
  if (HpcClusterId === undefined) {
    if (!needs) return undefined;
    const code = 'InvalidParameterValue.InstanceTypeRequiredHpcCluster';
    return [code, `The instance type ${type.name} needs an HpcClusterId.`];
  }
  if (needs) return ['ResourceNotFound.HpcCluster', 'The HPC cluster does not exist.'];
  const code = 'InvalidParameterValue.InstanceTypeNotSupportHpcCluster';
  return [code, 'The instance type does not support an HpcClusterId.'];
}
