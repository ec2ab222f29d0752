import type { LaunchAsked } from './launch-fields.ts';
import { notValid, pageCode, type Refusals } from './page-codes.ts';

/** Whether it is to be on a host of its own. */
function onHost({ DedicatedHostId, Tenancy }: LaunchAsked): boolean {
  return DedicatedHostId !== undefined || Tenancy === 'host';
}

function fromPool({ PrivatePoolOptions: pool }: LaunchAsked): boolean {
  return pool?.MatchCriteria === 'Open' || pool?.MatchCriteria === 'Target';
}

const poolIsNot = (what: string, code: string) =>
  pageCode(code, `${what} is not supported for PrivatePool.`);

/**
 * What a launch may name and nobody has here yet: each is refused as the page refuses one that does
 * not exist. Combinations that are refused whatever exists come first.
 */
export const nonexistent: Refusals<LaunchAsked> = [
  [
    (asked) => asked.DeploymentSetId !== undefined && onHost(asked),
    pageCode('InvalidDeploymentOnHost', 'An instance on a dedicated host is in no deployment set.'),
  ],
  [
    (asked) => fromPool(asked) && onHost(asked),
    poolIsNot('DedicatedHost', 'DedicatedHostNotSupported'),
  ],
  [
    (asked) => fromPool(asked) && asked.SpotStrategy !== 'NoSpot',
    poolIsNot('Spot', 'SpotNotSupported'),
  ],
  [
    ({ DedicatedHostId }) => DedicatedHostId !== undefined,
    pageCode('InvalidDedicatedHostId.NotFound', 'The specified DedicatedHostId does not exist.'),
  ],
  [
    ({ Tenancy }) => Tenancy === 'host',
    pageCode(
      'NoAvaliableDedicatedHost',
      "There's no enough resource on the specified dedicated host.",
    ),
  ],
  [
    ({ DeploymentSetId }) => DeploymentSetId !== undefined,
    pageCode('DeploymentSet.NotFound', 'The specified deployment set does not exist.', 404),
  ],
  [
    ({ HpcClusterId }) => HpcClusterId !== undefined,
    pageCode('InvalidHpcClusterId.NotFound', 'The specified HpcClusterId is not found.'),
  ],
  [
    ({ StorageSetId }) => StorageSetId !== undefined,
    notValid('InvalidParameter.StorageSetId', 'StorageSetId', 403),
  ],
  [
    ({ PrivatePoolOptions: pool }) => pool?.Id !== undefined,
    pageCode('Invalid.PrivatePoolOptions.Id', 'The PrivatePool does not exist.'),
  ],
  [
    ({ RamRoleName }) => RamRoleName !== undefined,
    pageCode('InvalidRamRole.NotFound', 'The specified RAMRoleName does not exist.', 404),
  ],
  [
    ({ HibernationOptions }) => HibernationOptions?.Configured === true,
    pageCode(
      'HibernationConfigured.ImageNotEncrypted',
      'The hibernation configured instance only support encrypted image.',
    ),
  ],
];
