import type { NetworkAcl } from '#resources/network-acl/network-acl.ts';
import type { ReadScope } from '#resources/scope.ts';
import { subnetsOfAcls } from '#resources/subnet/usage.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id, time } from '#wire/builders.ts';
import { ownerIdOf } from '../parameters.ts';
import { shownTags } from '../vpc/vpc-shapes.ts';
import { shownEgress, shownIngress } from './acl-rules.ts';

/** What of answers only the documents know: their examples have such times. */
export const aclShown = {
  CreationTime: time({ form: 'spaced' }),
  Resources: { item: { fields: { ResourceId: id('subnet') } } },
} as const;

/** Network ACLs in the vendor's words, with their rules and the vSwitches that they filter. */
export async function showNetworkAcls(scope: ReadScope, acls: readonly NetworkAcl[]) {
  const keys = acls.map(({ key }) => key);
  const tags = await tagsOf(scope.db, 'network-acl', keys);
  const all = await subnetsOfAcls(scope.db, keys);
  const subnets = all.filter(({ zone }) => scope.sees(zone));
  return acls.map((acl) => ({
    CreationTime: acl.createdAt,
    Description: acl.description,
    EgressAclEntries: acl.egress.map(shownEgress),
    IngressAclEntries: acl.ingress.map(shownIngress),
    NetworkAclId: acl.key,
    NetworkAclName: acl.name ?? '',
    OwnerId: ownerIdOf(acl.account),
    RegionId: acl.region,
    Resources: subnets
      .filter(({ networkAcl }) => networkAcl === acl.key)
      .map(({ key }) => ({ ResourceId: key, ResourceType: 'VSwitch', Status: 'BINDED' })),
    Status: 'Available',
    Tags: shownTags(tags.get(acl.key)),
    VpcId: acl.vpc,
  }));
}

/** One network ACL in the vendor's words. */
export async function showNetworkAcl(scope: ReadScope, acl: NetworkAcl) {
  const [shown] = await showNetworkAcls(scope, [acl]);
  if (shown === undefined) throw new Error(`The network ACL ${acl.key} is not shown.`);
  return shown;
}
