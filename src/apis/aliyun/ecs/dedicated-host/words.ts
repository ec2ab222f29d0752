import type { RoomyHost } from '#resources/dedicated-host/room.ts';
import type { DedicatedHostFilter } from '#resources/dedicated-host/table.ts';

/** Status of the pages; what is being made clients call so. */
export const statusNames = [
  'Available',
  'UnderAssessment',
  'PermanentFailure',
  'Creating',
] as const;

const statuses = {
  up: 'Available',
  failing: 'UnderAssessment',
  down: 'PermanentFailure',
} as const;

/** Status of a host: a server that does not answer has failed, until another one is there. */
export function statusOf({ host, room }: RoomyHost): (typeof statusNames)[number] {
  return host.state === 'creating' ? 'Creating' : statuses[room.state];
}

/** What a list is narrowed to by a Status. */
export function narrowedBy(status: (typeof statusNames)[number]): DedicatedHostFilter {
  if (status === 'Creating') return { states: ['creating'] };
  const health = (['up', 'failing', 'down'] as const).find((one) => statuses[one] === status);
  return { states: ['running', 'expired'], health };
}
