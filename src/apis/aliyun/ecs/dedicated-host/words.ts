import type { RoomyHost } from '#resources/dedicated-host/room.ts';
import type { DedicatedHostsRequest } from '#resources/dedicated-host/verbs/list-hosts.ts';

/**
 * Status, of
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describededicatedhosts;
 * what is being made the vendor's Terraform provider calls so.
 */
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
export function narrowedBy(status: (typeof statusNames)[number]): DedicatedHostsRequest['filter'] {
  if (status === 'Creating') return { states: ['creating'] };
  const health = (['up', 'failing', 'down'] as const).find((one) => statuses[one] === status);
  return { states: ['running', 'expired'], health };
}
