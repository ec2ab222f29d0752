import { defineFaults } from '#kernel/fault.ts';

/** Why a resource group cannot be made, changed or deleted, or a resource not be in it. */
export const resourceGroupFaults = defineFaults('resource-group', {
  notFound: 'There is no such resource group. Detail: resource-group.',
  missing: 'The resource group is not named.',
  malformed: 'That is the id of no resource group.',
  isDefault: 'The default resource group stays as it is.',
  nameTaken: 'There is a resource group of that name. Detail: name.',
  nameMalformed: 'A resource group may not have that name.',
  nameTooLong: 'The name is too short or too long.',
  displayNameMissing: 'The name to show is missing.',
  displayNameTooLong: 'The name to show is empty or too long.',
  quotaExceeded: 'The account has that many resource groups. Detail: limit.',
  hasResources: 'Resources are in the group still. Detail: resource-group.',
  resourceNotFound: 'There is no such resource that can be in a group.',
});
