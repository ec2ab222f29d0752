import { freeCounts } from '#resources/address/range.ts';
import type { NetworkAcl } from '#resources/network-acl/network-acl.ts';
import type { ReadScope } from '#resources/scope.ts';
import { subnetsOfAcls } from '#resources/subnet/usage.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import { shownSubnet } from '../subnet/subnet-shapes.ts';
import { shownRule } from './acl-rules.ts';

/** Network ACLs in the vendor's words, with their rules and the subnets that they filter. */
export async function showNetworkAcls(scope: ReadScope, acls: readonly NetworkAcl[]) {
  const keys = acls.map(({ key }) => key);
  const tags = await tagsOf(scope.db, 'network-acl', keys);
  const all = await subnetsOfAcls(scope.db, keys);
  const subnets = all.filter(({ zone }) => scope.sees(zone));
  const subnetKeys = subnets.map(({ key }) => key);
  const free = await freeCounts(scope.db, subnetKeys);
  const subnetTags = await tagsOf(scope.db, 'subnet', subnetKeys);
  return acls.map((acl) => ({
    VpcId: acl.vpc,
    NetworkAclId: acl.key,
    NetworkAclName: acl.name ?? '',
    CreatedTime: acl.createdAt,
    SubnetSet: subnets
      .filter(({ networkAcl }) => networkAcl === acl.key)
      .map((subnet) =>
        shownSubnet(subnet, { free: free.get(subnet.key), tags: subnetTags.get(subnet.key) }),
      ),
    IngressEntries: acl.ingress.map(shownRule),
    EgressEntries: acl.egress.map(shownRule),
    NetworkAclType: 'TRIPLE',
    TagSet: shownTags(tags.get(acl.key)),
  }));
}

/** One network ACL in the vendor's words. */
export async function showNetworkAcl(scope: ReadScope, acl: NetworkAcl) {
  const [shown] = await showNetworkAcls(scope, [acl]);
  if (shown === undefined) throw new Error(`The network ACL ${acl.key} is not shown.`);
  return shown;
}
