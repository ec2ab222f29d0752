import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { AclRule } from '../network-acl.ts';
import {
  getNetworkAcl,
  holdNetworkAcl,
  writeNetworkAcl,
  type NetworkAclRequest,
} from './get-network-acl.ts';

export interface AclCopy extends NetworkAclRequest {
  readonly source: Key<'network-acl'>;
}

/** Gives a network ACL the rules of another one of the region, in place of its own. */
export const copyAclRules = verb(
  [getNetworkAcl, holdNetworkAcl],
  async (scope: Scope, request: AclCopy): Promise<void> => {
    const { source: acl, region } = request;
    const { ingress, egress } = await getNetworkAcl(scope, { acl, region });
    const target = await holdNetworkAcl(scope, request);
    const copy = (rule: AclRule): AclRule => {
      return { ...rule, key: newKey(scope.cloud.random), modifiedAt: scope.now };
    };
    const rules = { ingress: ingress.map(copy), egress: egress.map(copy) };
    await writeNetworkAcl(scope, { ...target, ...rules });
  },
);
