import { regionsOfVendor } from '#catalogue/places.ts';
import { resourceGroupFaults } from '#resources/resource-group/faults.ts';
import type { ResourceGroup } from '#resources/resource-group/resource-group.ts';
import { id, time } from '#wire/builders.ts';

/** ResourceGroupId of an action on one group. */
export const groupMeant = { reasons: { malformed: resourceGroupFaults.malformed } } as const;

/** DisplayName and NewDisplayName: 1 to 50 characters (today's pages). */
export const displayName = {
  min: 1,
  max: 50,
  reasons: {
    missing: resourceGroupFaults.displayNameMissing,
    length: resourceGroupFaults.displayNameTooLong,
  },
} as const;

/** What all answers say of a group alike. */
export const shownGroupPatch = {
  Id: id('resource-group'),
  CreateDate: time({ form: 'seconds' }),
} as const;

/** A group as the pages show it; made at once, it is OK from the beginning. */
export function shownGroup(
  { key, name, displayName: shown, createdAt }: ResourceGroup,
  of: string,
) {
  return {
    Id: key,
    AccountId: of,
    Name: name,
    DisplayName: shown,
    CreateDate: createdAt,
    Status: 'OK',
  };
}

/** The status of a group in every region. */
export function inEachRegion(Status: string) {
  return regionsOfVendor('aliyun').map((RegionId) => ({ RegionId, Status }));
}
