import { networkAclTable } from '#store/schema/network-acl.ts';
import { noun } from '../noun.ts';
import { networkAclFaults } from './faults.ts';

/** Filters what enters and leaves subnets, packet by packet. */
export const networkAclNoun = noun({
  name: 'network-acl',
  tables: { network_acls: networkAclTable },
  onReset: 'goes',
  faults: networkAclFaults,
  hasIds: true,
  tagged: 'network_acls',
  // Tencent's limits; Alibaba's are as many rules.
  limits: { networkAclsPerVpcMax: 50, rulesPerAclDirectionMax: 20 },
});
