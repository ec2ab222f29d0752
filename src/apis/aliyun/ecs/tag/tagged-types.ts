import type { ResourceTypes } from '../../tagging/resource-types.ts';

/**
 * The types of ECS's resources (today's page of TagResources); those without a kind are of
 * products that are not here.
 */
export const ecsTypes: ResourceTypes = new Map([
  ['instance', 'instance'],
  ['disk', 'disk'],
  ['snapshot', 'snapshot'],
  // Not on the page: what the Terraform provider tags groups with.
  ['snapshotgroup', 'snapshot-group'],
  ['image', 'image'],
  ['securitygroup', 'security-group'],
  // Not on the page: what a prefix list is tagged with when it is made.
  ['prefixlist', 'prefix-list'],
  ['volume', undefined],
  ['eni', 'network-interface'],
  ['ddh', 'dedicated-host'],
  ['ddhcluster', 'dedicated-host-cluster'],
  ['keypair', 'key-pair'],
  ['launchtemplate', 'launch-template'],
  ['reservedinstance', undefined],
  ['snapshotpolicy', 'auto-snapshot-policy'],
  ['elasticityassurance', undefined],
  ['capacityreservation', undefined],
  ['command', undefined],
  ['invocation', undefined],
  ['activation', undefined],
  ['managedinstance', undefined],
]);

/** Those of the older actions AddTags, RemoveTags and DescribeTags. */
export const olderTypes: ResourceTypes = new Map(
  [
    'instance',
    'disk',
    'snapshot',
    'image',
    'securitygroup',
    'volume',
    'eni',
    'ddh',
    'keypair',
    'launchtemplate',
    'reservedinstance',
    'snapshotpolicy',
  ].map((type) => [type, ecsTypes.get(type)]),
);
