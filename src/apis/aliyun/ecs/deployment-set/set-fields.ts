import { bothWays } from '#apis/both-ways.ts';
import { placementGroupFaults as faults } from '#resources/placement-group/faults.ts';
import type { PlacementGroup } from '#resources/placement-group/placement-group.ts';

/** 2 to 128 characters, a letter first, and no address. */
export const setName = {
  min: 2,
  max: 128,
  pattern: /^(?!https?:\/\/)\p{L}[\p{L}\p{N}:_.-]*$/u,
  reasons: faults.nameMalformed,
} as const;

export const setDescription = {
  min: 2,
  max: 256,
  pattern: /^(?!https?:\/\/)/,
  reasons: faults.descriptionMalformed,
} as const;

/** Strategy. */
export const strategies = bothWays({
  spread: 'Availability',
  parts: 'AvailabilityGroup',
  near: 'LowLatency',
} as const satisfies Readonly<Record<PlacementGroup['strategy'], string>>);

/** Type: by what its instances are kept apart. */
export const levels = bothWays({
  host: 'host',
  switch: 'sw',
  rack: 'rack',
} as const satisfies Readonly<Record<PlacementGroup['level'], string>>);
