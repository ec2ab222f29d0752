import {
  provisioningGroupTable,
  provisioningMemberTable,
} from '#store/schema/provisioning-group.ts';
import { noun } from '../noun.ts';
import { provisioningGroupFaults } from './faults.ts';

/** Groups that deliver instances over several types and zones. */
export const provisioningGroupNoun = noun({
  name: 'provisioning-group',
  tables: {
    provisioning_groups: provisioningGroupTable,
    provisioning_members: provisioningMemberTable,
  },
  onReset: 'goes',
  faults: provisioningGroupFaults,
  hasIds: true,
});
