import { dedicatedHostFaults } from '#resources/dedicated-host/faults.ts';
import type { Prepaid } from '#resources/instance/instance.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { each, overlay } from '#wire/overlay.ts';
import type { InferIn } from '#wire/infer.ts';
import { bothWays } from '../../../both-ways.ts';
import { renewals } from '../../structs/instance/words.ts';
import { chargePrepaid } from '../models/charge-prepaid.ts';
import type { DedicatedHost } from '#resources/dedicated-host/dedicated-host.ts';

/** HostState (seed 004 L22173-22176); LAUNCH_FAILURE no host is ever in here. */
export const hostStates = bothWays({
  creating: 'PENDING',
  running: 'RUNNING',
  expired: 'EXPIRED',
} as const satisfies Readonly<Record<DedicatedHost['state'], string>>);

/** ChargePrepaid (L35836-35866): a host renews itself where nothing is said. */
export const hostPrepaid = {
  ...overlay(chargePrepaid, {
    Period: {
      values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 36],
      reasons: { value: launchFaults.periodNotSold, type: launchFaults.periodNotSold },
    },
    RenewFlag: { values: renewals.names, default: 'NOTIFY_AND_AUTO_RENEW' },
  }),
} as const;

/** It renews itself a month at a time (L35857). */
export function hostPrepaidOf({ Period, RenewFlag }: InferIn<typeof hostPrepaid>): Prepaid {
  return { period: Period, unit: 'month', renewal: renewals.neutral(RenewFlag), renewalPeriod: 1 };
}

/** HostIds, at most a hundred (L21786, L21950). */
export const hostIds = {
  max: 100,
  min: 1,
  reasons: { count: dedicatedHostFaults.tooManyNamed },
  item: { reasons: { malformed: dedicatedHostFaults.malformed } },
} as const;

/** Of Placement, what is about instances. */
export const silentPlacement = each(
  ['HostIds', 'HostId', 'DedicatedResourcePackTenancy', 'DedicatedResourcePackIds', 'RackId'],
  { deprecated: true },
);
