import type { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages about bandwidth and public addresses of instances, such as
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancenetworkspec.
 */
export const bandwidthFaultWords: FaultWords<typeof bandwidthFaults> = {
  codes: {
    outOfRange: 'InvalidInternetMaxBandwidthOut.ValueNotSupported',
    inOutOfRange: 'InvalidInternetMaxBandwidthIn.ValueNotSupported',
    cannotShrink: 'InvalidBandwidth.ValueNotSupported',
    none: 'AllocateIpInvalidInstanceBandwidth',
    addressWithoutBandwidth: 'InvalidParam.AllocatePublicIp',
    elasticAddress: 'InvalidInstance.EipNotSupport 403',
    notReleased: 'OperationDenied',
    addressTaken: 'AllocatedAlready 403',
    addressNotChosen: 'InvalidIpAddress.NotFound 404',
    addressNotFound: 'InvalidIpAddress.NotFound',
    addressMalformed: 'InvalidIpAddress.Malformed',
    networkUnknown: 'InvalidVlanId.NotFound 404',
    chargeTypeUnknown: 'Invalid.InstanceChargeType',
    bidUnknown: 'Invalid.SpotStrategy 404',
    operationUnknown: 'Invalid.OperationType 404',
    resourceMissing: 'Invalid.ResourceId 404',
    typeUnknown: 'InvalidInstanceType.ValueNotSupported',
    nothingChanged: 'InvalidParameter',
    beginNotAllowed: 'InvalidStartTime.ValueNotSupported',
    endNotAllowed: 'InvalidEndTime.ValueNotSupported',
    behindEnd: 'InvalidEndTime.BeyondLifeCycle',
    notForCharge: 'ChargeTypeViolation',
    tooManyPeriods: 'OperationDenied',
  },
  messages: {
    outOfRange: 'InternetMaxBandwidthOut is from 0 to {limit} Mbit/s.',
    inOutOfRange: 'InternetMaxBandwidthIn is from 1 to {limit} Mbit/s.',
    cannotShrink: 'A temporary upgrade cannot go below the {limit} Mbit/s that there are.',
    none: 'The InternetMaxBandwidthOut of the instance {instance} must be greater than 0.',
    elasticAddress: 'The instance {instance} has an EIP: unassociate it first.',
    addressTaken: 'An IP address is allocated to the instance {instance} already.',
    notReleased: 'Specified operation is denied as your instance is in VPC.',
    notForCharge: 'The bandwidth of the instance {instance} is not paid in advance.',
    tooManyPeriods: 'The bandwidth of the instance was upgraded {limit} times already.',
  },
};
