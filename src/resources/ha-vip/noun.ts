import { haVipMemberTable, haVipTable } from '#store/schema/ha-vip.ts';
import { noun } from '../noun.ts';
import { haVipFaults } from './faults.ts';

/** A private address that belongs to no machine. */
export const haVipNoun = noun({
  name: 'ha-vip',
  tables: { ha_vip_members: haVipMemberTable, ha_vips: haVipTable },
  onReset: 'goes',
  faults: haVipFaults,
  hasIds: true,
  tagged: 'ha_vips',
  // Of a network Tencent's limit; Alibaba has fifty of an account.
  limits: { haVipsPerVpcMax: 10, membersPerHaVipMax: 10 },
});
