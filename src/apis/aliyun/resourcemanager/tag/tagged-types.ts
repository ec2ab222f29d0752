import { resourceType } from '../../tagging/change-tags.ts';
import type { ResourceTypes } from '../../tagging/resource-types.ts';

/**
 * The types of Resource Management's resources, written in any case (its page of TagResources);
 * those without a kind are of products that are not here.
 */
export const managedTypes: ResourceTypes = new Map([
  ['RESOURCEGROUP', 'resource-group'],
  ['FOLDER', undefined],
  ['ACCOUNT', undefined],
  ['POLICY', undefined],
]);

/** ResourceType, which the vendor's models leave optional and its pages do not. */
export const typeAsked = { ...resourceType, required: true } as const;
