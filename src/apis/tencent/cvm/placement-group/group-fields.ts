import { bothWays } from '#apis/both-ways.ts';
import { placementGroupFaults as faults } from '#resources/placement-group/faults.ts';
import { countOf, type GroupShown } from '#resources/placement-group/verbs/groups.ts';
import type { PlacementGroup } from '#resources/placement-group/placement-group.ts';
import { id } from '#wire/builders.ts';

/** DisasterRecoverGroupId, whichever action names one. */
export const groupId = id('placement-group', { reasons: { malformed: faults.malformed } });

/** DisasterRecoverGroupIds: at most ten (seed 004 L23958, L24752). */
export const groupIds = {
  max: 10,
  item: { reasons: { malformed: faults.malformed } },
  reasons: { count: faults.tooMany },
} as const;

/** Name: 1 to 60 characters (L24354). */
export const groupName = {
  min: 1,
  max: 60,
  empty: 'kept',
  reasons: { empty: faults.nameMissing, length: faults.nameTooLong },
} as const;

export const affinity = { min: 1, max: 10, reasons: { range: faults.affinityOutOfRange } } as const;

/** Type: by what its instances are kept apart (L24360-24366). */
export const levels = bothWays({
  host: 'HOST',
  switch: 'SW',
  rack: 'RACK',
} as const satisfies Readonly<Record<PlacementGroup['level'], string>>);

/** Strategy, of today's SDK. One whose members are near to each other is the other vendor's. */
export const strategies = bothWays({ spread: 'SPREAD', parts: 'PARTITION' } as const);

/** What both actions that show a group show. */
export function shownGroup({ group, ...shown }: GroupShown) {
  const { key, name, level, strategy, parts } = group;
  return {
    DisasterRecoverGroupId: key,
    Type: levels.words[level],
    Name: name ?? '',
    CvmQuotaTotal: shown.membersMax,
    CurrentNum: countOf({ group, ...shown }),
    CreateTime: group.createdAt,
    ...(strategy !== 'near' && { Strategy: strategies.words[strategy] }),
    ...(strategy === 'parts' && { PartitionCount: parts }),
  };
}
