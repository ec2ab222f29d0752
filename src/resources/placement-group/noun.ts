import { placementGroupTable } from '#store/schema/placement-group.ts';
import { noun } from '../noun.ts';
import { placementGroupFaults } from './faults.ts';

/** Instances that are kept apart, or near to each other. */
export const placementGroupNoun = noun({
  name: 'placement-group',
  tables: { placement_groups: placementGroupTable },
  onReset: 'goes',
  faults: placementGroupFaults,
  hasIds: true,
  tagged: 'placement_groups',
  // Tencent's numbers (seed 004 L24243-24255).
  limits: {
    placementGroupsPerRegionMax: 10,
    placementGroupHostMembersMax: 50,
    placementGroupSwitchMembersMax: 20,
    placementGroupRackMembersMax: 30,
  },
  limitsBy: { placementGroupsPerRegionMax: ['region'] },
  counted: { table: 'placement_groups', scope: 'placement-groups' },
});
