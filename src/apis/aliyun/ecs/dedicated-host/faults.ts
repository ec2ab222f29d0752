import type { FaultWords } from '#apis/fault-words.ts';
import type { dedicatedHostFaults } from '#resources/dedicated-host/faults.ts';

/**
 * Codes of the pages of dedicated hosts and of those that launch onto them, such as
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-allocatededicatedhosts.
 */
export const dedicatedHostFaultWords: FaultWords<typeof dedicatedHostFaults> = {
  codes: {
    notFound: [
      'InvalidDedicatedHostId.NotFound',
      'InvalidParameter.InvalidDedicatedHostId 403',
      'InvalidParameter.InstanceIds',
      'NoSuchResource 404',
    ],
    noneFits: ['NoAvaliableDedicatedHost', 'OperationDenied.NoStock 403'],
    noRoom: ['NoAvaliableDedicatedHost', 'OperationDenied.NoStock 403'],
    customNotForHost: ['DedicatedHostType.Unmatched', 'InvalidInstanceType.NotSupport 404'],
    standardNotForHost: ['DedicatedHostType.Unmatched', 'InvalidInstanceType.NotSupport 404'],
    typeNotForHost: ['DedicatedHostType.Unmatched', 'InvalidInstanceType.NotSupport 404'],
    unavailable: ['InvalidDedicatedHostStatus.NotSupport', 'IncorrectDedicatedHostStatus'],
    postpaid: 'ChargeTypeViolation.PostPaidDedicatedHost',
    endsBefore: 'InvalidPeriod.ExceededDedicatedHost',
    elsewhere: ['ResourcesNotInSameZone', 'InvalidDedicatedHostId.NotFound'],
    notInCluster: 'InvalidDedicatedHostClusterId.InValid',
    tooManyNamed: [
      'InvalidParameter.ToManyDedicatedHostIds 403',
      'InvalidDedicatedHostIds.Malformed 403',
      'InstancesIdQuotaExceed',
    ],
    noneNamed: 'MissingParameter.DedicatedHostId 403',
    countOutOfRange: 'InvalidParameter.NotMatch 403',
    quotaExceeded: 'QuotaExceed.AfterpayDedicatedHost',
    typeUnknown: [
      'InvalidDedicatedHostType.ValueNotSupported 403',
      'InvalidInstanceType.ValueNotSupported 403',
    ],
    notSoldHere: 'Zone.NotOnSale 403',
    soldOut: 'OperationDenied.NoStock 403',
    clusterMismatch: 'InvalidParameter.Conflict',
    nameMalformed: ['InvalidDedicatedHostName.Malformed'],
    descriptionMalformed: 'InvalidDescription.Malformed',
    chargeTypeUnknown: [
      'InvalidChargeType.ValueNotSupported',
      'InvalidInstanceChargeType.ValueNotSupported',
    ],
    periodNotSold: ['InvalidPeriod', 'InvalidPeriod.UnitMismatch', 'InvalidParameter.NotMatch 403'],
    periodUnitUnknown: ['InvalidPeriodUnit.ValueNotSupported', 'InvalidPeriod.UnitMismatch'],
    renewalNotSold: ['InvalidAutoRenewPeriod.ValueNotSupported', 'InvalidParameter.Duration 403'],
    renewalUnknown: 'InvalidParameter.RenewalStatus 403',
    ratioNotForType: 'InvalidParameter.NotMatch 403',
    ratioNeedsStopped: 'InvalidParameter',
    ratioTooSmall: 'InvalidParameter',
    slbUdpTimeoutOutOfRange: 'InvalidParameter.SlbUdpTimeout',
    udpTimeoutOutOfRange: 'InvalidParameter.UdpTimeout',
    initializing: [
      'IncorrectHostStatus.Initializing',
      'IncorrectHostStatus 403',
      'IncorrectDedicatedHostStatus 403',
      'InvalidStatus.ValueNotSupported',
    ],
    expired: 'ExpiredInstance',
    hasInstances: 'InstanceExist 403',
    notPrepaid: ['ChargeTypeViolation 403', 'InvalidInstanceChargeType.ValueNotSupported'],
    notPostpaid: ['ChargeTypeViolation', 'InvalidInstanceChargeType.ValueNotSupported'],
    releaseScheduled: 'ReleaseTimeHaveBeenSet',
    releaseTimeNotAllowed: 'InvalidAutoReleaseTime.Malformed',
  },
  messages: {
    ratioNotForType: 'The host type {type} does not support that CpuOverCommitRatio.',
    ratioNeedsStopped: 'All instances on {dedicated-host} must be Stopped for CpuOverCommitRatio.',
    ratioTooSmall: 'The instances on {dedicated-host} have more vCPUs than that.',
    clusterMismatch: 'The specified zone and dedicated host cluster do not match.',
    countOutOfRange: 'Quantity and MinQuantity are 1 to 100, MinQuantity at most Quantity.',
    quotaExceeded: 'The maximum number of DedicatedHosts is exceeded: {limit}',
  },
};
