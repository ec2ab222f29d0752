import type { FaultWords } from '#apis/fault-words.ts';
import type { dedicatedHostClusterFaults } from '#resources/dedicated-host-cluster/faults.ts';

/**
 * Codes of the pages of clusters of dedicated hosts and of those that launch into them, such as
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-creatededicatedhostcluster.
 */
export const dedicatedHostClusterFaultWords: FaultWords<typeof dedicatedHostClusterFaults> = {
  codes: {
    notFound: 'InvalidDedicatedHostClusterId.NotFound',
    unusable: 'InvalidDedicatedHostClusterId.InValid',
    nameMalformed: 'InvalidParameter',
    descriptionMalformed: 'InvalidDescription.Malformed',
    hasHosts: 'InvalidParameter',
    zoneNotFound: 'InvalidParameter',
    quotaExceeded: 'InvalidParameter',
    tooManyNamed: 'InvalidParameter',
  },
  messages: {
    notFound: 'The specified DedicatedHostClusterId does not exist: {dedicated-host-cluster}.',
    nameMalformed: 'The specified parameter DedicatedHostClusterName is not valid.',
    hasHosts: 'Dedicated hosts are in the cluster {dedicated-host-cluster}.',
    quotaExceeded: 'The account may have {limit} clusters in a region.',
    zoneNotFound: 'The specified ZoneId does not exist.',
  },
};
