import type { FaultWords } from '#apis/fault-words.ts';
import type { provisioningGroupFaults } from '#resources/provisioning-group/faults.ts';

/**
 * Codes of the pages of auto provisioning groups, such as
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createautoprovisioninggroup
 */
export const provisioningGroupFaultWords: FaultWords<typeof provisioningGroupFaults> = {
  codes: {
    // No page has a code for a group that is not there.
    notFound: 'InvalidParameter',
    nameMalformed: 'InvalidParameter',
    policyUnknown: [
      'InvalidFleetExcessCapacityTerminationPolicy.ValueNotSupported',
      'InvalidParameter',
    ],
    capacityMalformed: 'InvalidParameter',
    capacityConflict: 'InvalidParameter',
    poolsMissing: 'MissingParameter',
    priceMissing: 'MissingParameter',
    launchMissing: 'MissingParameter',
    continuousNotServed: 'InvalidParameter',
    laterNotServed: 'InvalidParameter',
    capacityFixed: 'OperationDenied',
    tokenUsed: 'InvalidParameter',
  },
  messages: {
    notFound: 'The auto provisioning group {provisioning-group} does not exist.',
    capacityMalformed: 'A capacity must be a number; TotalTargetCapacity must be 1 to 1000.',
    capacityConflict: 'TotalTargetCapacity must be no less than the other two together.',
    poolsMissing: 'LaunchTemplateConfig.N must have InstanceType and VSwitchId.',
    launchMissing: 'LaunchTemplateId or LaunchConfiguration must be given.',
    continuousNotServed: 'AutoProvisioningGroupType must be instant or request here.',
    laterNotServed: 'ValidFrom must not be later than now here.',
    capacityFixed: 'The group {provisioning-group} has delivered once: its capacity stays.',
    tokenUsed: 'The ClientToken was used for a group of other parameters.',
  },
};
