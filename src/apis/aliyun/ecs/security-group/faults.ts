import type { securityGroupFaults } from '#resources/security-group/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';

/**
 * Codes of the pages of ECS (ecs/pages.ts, seeds 001 to 003), such as
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createsecuritygroup.
 */
export const securityGroupFaultWords: FaultWords<typeof securityGroupFaults> = {
  notFound: {
    codes: ['InvalidSecurityGroupId.NotFound 404', 'InvalidSecurityGroup.NotFound 404'],
    message: (detail) =>
      `The specified security group does not exist: ${said(detail['security-group'])}.`,
  },
  notInVpc: {
    codes: ['InvalidParameter.Mismatch', 'InvalidSecurityGroup.VpcMismatch'],
    message: (detail) =>
      `The security group ${said(detail['security-group'])} is not in the VPC ` +
      `${said(detail['vpc'])}.`,
  },
  quotaExceeded: {
    codes: ['QuotaExceed.SecurityGroup 403'],
    message: ({ limit }) => `The quota of ${said(limit)} security groups in a region is used up.`,
  },
  inUse: {
    codes: ['DependencyViolation 403'],
    message: (detail) =>
      `There is still instance(s) in the security group ${said(detail['security-group'])}.`,
  },
  // Nobody but the cloud made it, and no page has a code that says so more plainly.
  isDefault: {
    codes: ['InvalidOperation.ResourceManagedByCloudProduct 403'],
    message: (detail) =>
      `The default security group ${said(detail['security-group'])} is kept by the cloud.`,
  },
  malformed: { codes: ['InvalidSecurityGroupId.Malformed'] },
  nameMalformed: { codes: ['InvalidSecurityGroupName.Malformed'] },
  descriptionMalformed: { codes: ['InvalidDescription.Malformed'] },
  typeUnknown: { codes: ['InvalidParams.GroupType', 'InvalidParameter.SecurityGroupType'] },
  networkMissing: {
    codes: ['InvalidVpcId.NotFound 403'],
    message: () => 'VpcId is missing: a security group is made in a VPC only.',
  },
};
