import type { FaultWords } from '#apis/fault-words.ts';
import type { resourceGroupFaults } from '#resources/resource-group/faults.ts';

/**
 * Codes of the pages of resource groups, and of those that name one:
 * https://www.alibabacloud.com/help/en/resource-management/developer-reference/api-createresourcegroup
 * and its neighbours.
 */
export const resourceGroupFaultWords: FaultWords<typeof resourceGroupFaults> = {
  codes: {
    notFound: [
      'InvalidResourceGroup.NotFound 404',
      'EntityNotExists.ResourceGroup 404',
      'InvalidResourceGroupId',
      'IllegalParam.ResourceGroupId',
    ],
    missing: 'MissingParameter',
    malformed: ['InvalidParameter.ResourceGroupId', 'InvalidResourceGroup.NotFound 404'],
    isDefault: 'InvalidParameter.ResourceGroupId',
    nameTaken: 'EntityAlreadyExists.ResourceGroup 409',
    nameMalformed: 'InvalidParameter.Name.InvalidChars',
    nameTooLong: 'InvalidParameter.Name.Length',
    displayNameMissing: ['MissingParameter.DisplayName', 'MissingParameter'],
    displayNameTooLong: [
      'InvalidParameter.DisplayName.Length',
      'InvalidParameter.NewDisplayName.Length',
    ],
    quotaExceeded: 'LimitExceeded.ResourceGroup 409',
    hasResources: 'DeleteConflict.ResourceGroup.Resource 409',
    resourceNotFound: ['InvalidResourceId.NotFound 404', 'ResourceNotFound.InstanceId 404'],
  },
  messages: {
    notFound: 'The specified resource group does not exist: {resource-group}.',
    isDefault: 'The default resource group stays as it is.',
    nameTaken: 'The account has a resource group of the name {name}.',
    quotaExceeded: 'The account has {limit} resource groups.',
    hasResources: 'Resources are in {resource-group} still: release or move them first.',
  },
};
