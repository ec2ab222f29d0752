import { newKey } from '#kernel/ids.ts';
import type { Listed, Page } from '../../page.ts';
import { limitOf } from '../../quota/quota.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { subnetsOfAcls } from '../../subnet/usage.ts';
import type { Tag } from '../../tag/tag.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { getVpc, type VpcRequest } from '../../vpc/verbs/get-vpc.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import { networkAclFaults } from '../faults.ts';
import { networkAclRow, type AclRuleRequest, type NetworkAcl } from '../network-acl.ts';
import {
  deleteNetworkAclRow,
  networkAclsOfVpc,
  selectNetworkAcls,
  type NetworkAclFilter,
} from '../table.ts';
import { holdNetworkAcl, writeNetworkAcl, type NetworkAclRequest } from './get-network-acl.ts';

export interface NewNetworkAcl extends VpcRequest {
  readonly region: string;
  readonly name: string | null;
  readonly description: string;
  /** What both directions begin with: a vendor's new one accepts all, or nothing. */
  readonly rules: readonly AclRuleRequest[];
  readonly tags: readonly Tag[];
}

/** Makes a network ACL of a network, which no subnet is associated with yet. */
export const addNetworkAcl = verb(
  [getVpc, holdVpc, networkAclFaults.quotaExceeded],
  async (scope: Scope, request: NewNetworkAcl): Promise<NetworkAcl> => {
    const { db, account, now, cloud } = scope;
    const { region, name, description, rules, tags } = request;
    const { key: vpc } = await getVpc(scope, request);
    await holdVpc(scope, vpc);
    const limit = await limitOf(scope, 'networkAclsPerVpcMax');
    const siblings = await db.all(networkAclsOfVpc, { vpc });
    if (siblings.length >= limit) throw networkAclFaults.quotaExceeded({ vpc, limit });
    const begin = () =>
      rules.map((rule) => ({ ...rule, key: newKey(cloud.random), modifiedAt: now }));
    const acl: NetworkAcl = {
      key: newKey(cloud.random),
      account,
      region,
      vpc,
      name,
      description,
      createdAt: now,
      modifiedAt: now,
      ingress: begin(),
      egress: begin(),
    };
    await db.insert('network_acls', [networkAclRow(acl)]);
    await saveTags(db, { account, kind: 'network-acl', resources: [acl.key] }, tags);
    return acl;
  },
);

export interface NetworkAclsRequest {
  readonly region: string;
  readonly filter: NetworkAclFilter;
  readonly page: Page;
}

/** Network ACLs of the account in a region, oldest first. */
export const listNetworkAcls = verb(
  [],
  ({ db, account }: ReadScope, request: NetworkAclsRequest): Promise<Listed<NetworkAcl>> =>
    selectNetworkAcls(db, { account, region: request.region }, request),
);

/** What is not given stays. */
export interface NetworkAclChange extends NetworkAclRequest {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** Names a network ACL anew, or describes it. */
export const modifyNetworkAcl = verb(
  [holdNetworkAcl],
  async (scope: Scope, change: NetworkAclChange): Promise<void> => {
    const acl = await holdNetworkAcl(scope, change);
    const { name = acl.name, description = acl.description } = change;
    await writeNetworkAcl(scope, { ...acl, name, description });
  },
);

/** Deletes a network ACL that no subnet is associated with. */
export const removeNetworkAcl = verb(
  [holdNetworkAcl, networkAclFaults.inUse],
  async (scope: Scope, request: NetworkAclRequest): Promise<void> => {
    const { db } = scope;
    const { key } = await holdNetworkAcl(scope, request);
    if ((await subnetsOfAcls(db, [key])).length > 0) {
      throw networkAclFaults.inUse({ 'network-acl': key });
    }
    await db.run(deleteNetworkAclRow, { key });
    await deleteTags(db, 'network-acl', [key]);
  },
);
