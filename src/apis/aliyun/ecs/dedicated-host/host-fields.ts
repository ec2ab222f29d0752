import { dedicatedHostFaults as faults } from '#resources/dedicated-host/faults.ts';
import type { DedicatedHostContract } from '#resources/dedicated-host/dedicated-host.ts';
import type { Prepaid } from '#resources/instance/instance.ts';
import { id, list, number, string } from '#wire/builders.ts';
import { bothWays } from '../../../both-ways.ts';

/** ActionOnMaintenance of the pages. */
export const maintenanceActions = bothWays({
  migrate: 'Migrate',
  stop: 'Stop',
} as const satisfies Readonly<Record<DedicatedHostContract['maintenanceAction'], string>>);

const udpSeconds = { min: 15, max: 310 } as const;

/** 2 to 128 characters that begin with a letter; no slash is among them. */
export const hostName = string({
  pattern: /^\p{L}[\p{L}\p{N}:_.-]{1,127}$/u,
  reasons: faults.nameMalformed,
});

/** 2 to 256 characters, and no address. */
export const hostDescription = string({
  min: 2,
  max: 256,
  pattern: /^(?!https?:\/\/)/,
  reasons: faults.descriptionMalformed,
});

/** What is said of a host when it is bought and when it is changed. */
export const hostFields = {
  DedicatedHostName: hostName,
  Description: hostDescription,
  ActionOnMaintenance: { values: maintenanceActions.names },
  AutoPlacement: { values: ['on', 'off'] },
  CpuOverCommitRatio: number({ min: 1, max: 5, decimals: 2 }),
  NetworkAttributes: {
    fields: {
      SlbUdpTimeout: { ...udpSeconds, reasons: faults.slbUdpTimeoutOutOfRange },
      UdpTimeout: { ...udpSeconds, reasons: faults.udpTimeoutOutOfRange },
    },
  },
} as const;

interface FieldsAsked {
  readonly ActionOnMaintenance?: (typeof maintenanceActions.names)[number] | undefined;
  readonly AutoPlacement?: 'on' | 'off' | undefined;
  readonly CpuOverCommitRatio?: number | undefined;
  readonly NetworkAttributes?:
    | { readonly SlbUdpTimeout?: number | undefined; readonly UdpTimeout?: number | undefined }
    | undefined;
}

/** The same in the domain's words; undefined where it is not given. */
export function hostFieldsAsked(asked: FieldsAsked) {
  const { ActionOnMaintenance: action, AutoPlacement, CpuOverCommitRatio: ratio } = asked;
  return {
    maintenanceAction: action && maintenanceActions.neutral(action),
    autoPlacement: AutoPlacement && AutoPlacement === 'on',
    cpuPercent: ratio === undefined ? undefined : Math.round(ratio * 100),
    udpTimeout: asked.NetworkAttributes?.UdpTimeout,
    slbUdpTimeout: asked.NetworkAttributes?.SlbUdpTimeout,
  };
}

/** DedicatedHostIds of a page, of which clients send a list with commas or a JSON array. */
export function hostIds(max: number) {
  return list(id('dedicated-host'), {
    style: 'comma',
    min: 1,
    max,
    required: true,
    reasons: { missing: faults.noneNamed, count: faults.tooManyNamed },
  });
}

const MONTHS_A_YEAR = 12;

/** For how long hosts are sold and renewed by hand. */
const sold = {
  Week: [1, 2, 3, 4],
  Month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36, 48, 60],
} as const satisfies Record<string, readonly number[]>;

/** And by themselves. */
const renewed = {
  Week: [1, 2, 3],
  Month: [1, 2, 3, 6, 12],
  Year: [1],
} as const satisfies Record<string, readonly number[]>;

type Length = Pick<Prepaid, 'period' | 'unit'>;

function lengthOf(period: number, unit: 'Week' | 'Month' | 'Year'): Length {
  if (unit === 'Week') return { period, unit: 'week' };
  return { period: unit === 'Year' ? period * MONTHS_A_YEAR : period, unit: 'month' };
}

/** @throws dedicated-host.periodNotSold */
export function soldPeriod(period: number | undefined, unit: keyof typeof sold): Length {
  const periods: readonly number[] = sold[unit];
  if (period === undefined || !periods.includes(period)) throw faults.periodNotSold();
  return lengthOf(period, unit);
}

/** Of a purchase: one to nine months, or one to five years. @throws dedicated-host.periodNotSold */
export function boughtPeriod(period: number | undefined, unit: 'Month' | 'Year'): Length {
  const most = unit === 'Year' ? 5 : 9;
  if (period === undefined || period < 1 || period > most) throw faults.periodNotSold();
  return lengthOf(period, unit);
}

/** @throws dedicated-host.renewalNotSold */
export function renewedPeriod(period: number, unit: keyof typeof renewed): Length {
  const periods: readonly number[] = renewed[unit];
  if (!periods.includes(period)) throw faults.renewalNotSold();
  return lengthOf(period, unit);
}
