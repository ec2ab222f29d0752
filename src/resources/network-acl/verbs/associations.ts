import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import type { Subnet } from '../../subnet/subnet.ts';
import { setNetworkAcl } from '../../subnet/usage.ts';
import { getSubnet } from '../../subnet/verbs/get-subnet.ts';
import { verb } from '../../verb.ts';
import { networkAclFaults } from '../faults.ts';
import { holdNetworkAcl, type NetworkAclRequest } from './get-network-acl.ts';

export interface AclAssociations extends NetworkAclRequest {
  readonly subnets: ReadonlyArray<Key<'subnet'>>;
}

/** A network ACL that this transaction holds, and subnets of its network, each once. */
const heldWithSubnets = verb(
  [holdNetworkAcl, getSubnet, networkAclFaults.otherVpc],
  async (scope: Scope, request: AclAssociations) => {
    const acl = await holdNetworkAcl(scope, request);
    const subnets: Subnet[] = [];
    for (const key of new Set(request.subnets)) {
      const subnet = await getSubnet(scope, { subnet: key, region: request.region });
      if (subnet.vpc !== acl.vpc) {
        throw networkAclFaults.otherVpc({ subnet: key, 'network-acl': acl.key });
      }
      subnets.push(subnet);
    }
    return { acl, subnets };
  },
);

/** Lets a network ACL filter subnets that none filters yet: all of them or none. */
export const associateAcl = verb(
  [heldWithSubnets, networkAclFaults.associated],
  async (scope: Scope, request: AclAssociations): Promise<void> => {
    const { acl, subnets } = await heldWithSubnets(scope, request);
    for (const { key: subnet, networkAcl } of subnets) {
      if (networkAcl !== null) {
        throw networkAclFaults.associated({ subnet, 'network-acl': networkAcl });
      }
    }
    const keys = subnets.map(({ key }) => key);
    await setNetworkAcl(scope.db, keys, acl.key);
  },
);

/** Lets a network ACL no longer filter subnets: all of them or none. */
export const dissociateAcl = verb(
  [heldWithSubnets, networkAclFaults.notAssociated],
  async (scope: Scope, request: AclAssociations): Promise<void> => {
    const { acl, subnets } = await heldWithSubnets(scope, request);
    for (const { key: subnet, networkAcl } of subnets) {
      if (networkAcl === acl.key) continue;
      throw networkAclFaults.notAssociated({ subnet, 'network-acl': acl.key });
    }
    const keys = subnets.map(({ key }) => key);
    await setNetworkAcl(scope.db, keys, null);
  },
);
