import type { securityGroupFaults } from '#resources/security-group/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of ECS (ecs/pages.ts, seeds 001 to 003), such as
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createsecuritygroup.
 */
export const securityGroupFaultWords: FaultWords<typeof securityGroupFaults> = {
  codes: {
    notFound: ['InvalidSecurityGroupId.NotFound 404', 'InvalidSecurityGroup.NotFound 404'],
    peerNotFound: ['InvalidSourceGroupId.NotFound 404', 'InvalidDestGroupId.NotFound 404'],
    innerAccessFixed: 'InvalidPolicy.Malformed',
    referencesMany: 'InvalidSecurityGroupId.Malformed',
    innerAccessUnknown: 'InvalidPolicy.Malformed',
    notInVpc: [
      'InvalidParameter.Mismatch',
      'InvalidSecurityGroup.VpcMismatch',
      'InvalidInstanceId.Mismatch',
      'InvalidSecurityGroupId.NotVpc 403',
      'InvalidOperation.VpcMismatch 403',
      'InvalidSecurityGroupId.NotFound 404',
    ],
    quotaExceeded: 'QuotaExceed.SecurityGroup 403',
    inUse: 'DependencyViolation 403',
    referenced: 'DependencyViolation 403',
    // Nobody but the cloud made it, and no page has a code that says so more plainly.
    isDefault: 'InvalidOperation.ResourceManagedByCloudProduct 403',
    malformed: 'InvalidSecurityGroupId.Malformed',
    nameMalformed: 'InvalidSecurityGroupName.Malformed',
    descriptionMalformed: [
      'InvalidDescription.Malformed',
      'InvalidSecurityGroupDiscription.Malformed',
    ],
    typeUnknown: ['InvalidParams.GroupType', 'InvalidParameter.SecurityGroupType'],
    typesMixed: 'InvalidOperation.MultiGroupType',
    full: [
      'SecurityGroupInstanceLimitExceed',
      'SecurityGroupInstanceLimitExceeded 403',
      'InvalidParameter',
    ],
    membersConflict: 'InvalidParam.EniIdAndInstanceId.Conflict 403',
    isClassic: [
      'InvalidInstanceId.Mismatch',
      'InvalidSecurityGroup.NetworkType',
      'InvalidParameter.Mismatch',
    ],
    typeNeedsNetwork: 'InvalidParams.VpcIdGroupType',
  },
  messages: {
    notFound: 'The specified security group does not exist: {security-group}.',
    peerNotFound: 'The security group {security-group} that the rule names does not exist.',
    innerAccessFixed: 'The members of an advanced security group do not reach each other.',
    innerAccessUnknown: "The Policy is invalid. Only 'Accept' and 'Drop' are supported.",
    referencesMany: 'SecurityGroupId is essential and its size should be less than 10.',
    notInVpc: 'The security group {security-group} is not in the VPC {vpc}.',
    quotaExceeded: 'The quota of {limit} security groups in a region is used up.',
    inUse: 'There is still instance(s) in the security group {security-group}.',
    referenced: 'Rules of other security groups name {security-group}.',
    isDefault: 'The default security group {security-group} is kept by the cloud.',
    isClassic: 'The security group {security-group} is of the classic network, in no VPC.',
    typeNeedsNetwork: 'VpcId is missing: an advanced security group is made in a VPC only.',
  },
};
