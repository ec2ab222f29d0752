import type { Key } from '#kernel/key.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import { networkAclFaults } from '../faults.ts';
import { networkAclOf, networkAclRow, type NetworkAcl } from '../network-acl.ts';
import { changeNetworkAclRow, networkAclKeys, ownNetworkAcl } from '../table.ts';

export interface NetworkAclRequest {
  readonly acl: Key<'network-acl'>;
  readonly region: string;
}

/** A network ACL of the account. @throws network-acl.notFound */
export const getNetworkAcl = verb(
  [networkAclFaults.notFound],
  async ({ db, account }: ReadScope, { acl, region }: NetworkAclRequest): Promise<NetworkAcl> => {
    const row = await db.first(ownNetworkAcl, { account, key: acl });
    if (row?.region !== region) throw networkAclFaults.notFound({ 'network-acl': acl });
    return networkAclOf(row);
  },
);

/** Refuses unless each key (at most 1,024) is that of a network ACL of the region. */
export const requireNetworkAcls = verb(
  [networkAclFaults.notFound],
  async ({ db, account }: ReadScope, keys: readonly string[], region: string): Promise<void> => {
    if (keys.length === 0) return;
    const rows = await db.all(networkAclKeys, { account, region, keys });
    const known = new Set(rows.map(({ key }) => key));
    const missing = keys.find((key) => !known.has(key));
    if (missing !== undefined) throw networkAclFaults.notFound({ 'network-acl': missing });
  },
);

/** A network ACL whose network this transaction holds: no other changes it meanwhile (D3). */
export const holdNetworkAcl = verb(
  [getNetworkAcl, holdVpc],
  async (scope: Scope, request: NetworkAclRequest): Promise<NetworkAcl> => {
    const { vpc } = await getNetworkAcl(scope, request);
    await holdVpc(scope, vpc);
    return getNetworkAcl(scope, request);
  },
);

/** Writes a network ACL anew that this transaction holds. */
export async function writeNetworkAcl({ db, now }: Scope, acl: NetworkAcl): Promise<void> {
  const { key, name = null, description, ingress, egress } = networkAclRow(acl);
  await db.run(changeNetworkAclRow, { key, name, description, ingress, egress, now });
}
