import { provisioningGroupFaults as faults } from '#resources/provisioning-group/faults.ts';
import { id, integer, number } from '#wire/builders.ts';
import { omitted } from '#wire/overlay.ts';

export const later = omitted('It came later, without a page.');

export const groupId = { ...id('provisioning-group'), required: true } as const;

/** 2 to 128 characters, a letter first. */
export const groupName = {
  min: 2,
  max: 128,
  pattern: /^(?!https?:\/\/)\p{L}[\p{L}\p{N}:_-]*$/u,
  reasons: faults.nameMalformed,
} as const;

export const excess = {
  values: ['termination', 'no-termination'],
  reasons: faults.policyUnknown,
} as const;
export const rest = { values: ['PayAsYouGo', 'Spot'] } as const;

/** LaunchTemplateConfig.N of both actions that have it. */
export const pools = {
  max: 20,
  item: {
    fields: {
      InstanceType: { max: 64 },
      MaxPrice: number({ min: 0 }),
      Priority: integer({ min: 0, max: 1_000_000 }),
      WeightedCapacity: number({ min: 0.000_1, max: 1_000 }),
    },
  },
} as const;

/** Capacities come as texts. @throws provisioning-group.capacityMalformed */
export function capacityOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const capacity = /^\d{1,4}(?:\.\d{1,4})?$/.test(text) ? Number(text) : -1;
  if (capacity < 0 || capacity > CAPACITY_MAX) throw faults.capacityMalformed();
  return capacity;
}

/** As many instances as one request delivers at most, and so the largest capacity. */
export const CAPACITY_MAX = 1_000;
