import type { RoomyHost } from '#resources/dedicated-host/room.ts';
import type { DedicatedHostFilter } from '#resources/dedicated-host/table.ts';

/** Status of the pages; what is being made clients call so. */
export const statusNames = [
  'Available',
  'UnderAssessment',
  'PermanentFailure',
  'Creating',
] as const;

/** Status of a host: a server that does not answer has failed, until another one is there. */
export function statusOf({ host, room }: RoomyHost): (typeof statusNames)[number] {
  if (host.state === 'creating') return 'Creating';
  return room.isUp ? 'Available' : 'PermanentFailure';
}

/** What a list is narrowed to by a Status; what is UnderAssessment no host here ever is. */
export function narrowedBy(status: (typeof statusNames)[number]): DedicatedHostFilter {
  if (status === 'Creating') return { states: ['creating'] };
  if (status === 'UnderAssessment') return { states: [] };
  return { states: ['running', 'expired'], up: status === 'Available' };
}
