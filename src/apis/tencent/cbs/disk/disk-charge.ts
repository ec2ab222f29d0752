import { diskFaults } from '#resources/disk/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { Prepaid } from '#resources/instance/instance.ts';
import { renewals } from '../../structs/instance/words.ts';

/** Months that disks are paid for, up to three years (today's SDK). */
export const periods = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 36] as const;

const badPeriod = { value: launchFaults.periodNotSold, type: launchFaults.periodNotSold };

/** DiskChargePrepaid of what sells or renews disks. */
export const chargePrepaid = {
  fields: {
    Period: { values: periods, reasons: badPeriod },
    RenewFlag: { values: renewals.names },
    CurInstanceDeadline: { max: 64 },
  },
} as const;

interface ChargePrepaid {
  readonly Period: number;
  readonly RenewFlag?: string | undefined;
  readonly CurInstanceDeadline?: string | undefined;
}

/** What a disk is paid for. @throws disk.periodNotSold where it is to end with an instance */
export function prepaidOf({ Period: period, RenewFlag, CurInstanceDeadline }: ChargePrepaid) {
  if (CurInstanceDeadline !== undefined) {
    const message = 'CurInstanceDeadline is of disks that are renewed.';
    throw diskFaults.periodNotSold({ message });
  }
  const renewal = renewalOf(RenewFlag) ?? 'manual';
  return { period, unit: 'month', renewal, renewalPeriod: 1 } as const satisfies Prepaid;
}

/** The neutral word for a RenewFlag; undefined where none is given. */
export function renewalOf(flag: string | undefined): Prepaid['renewal'] | undefined {
  const found = Object.entries(renewals.words).find(([, word]) => word === flag);
  return found?.[0] as Prepaid['renewal'] | undefined;
}
