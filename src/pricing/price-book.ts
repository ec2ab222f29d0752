/** Whole millionths of a yuan. */
export type MicroYuan = number;

/** What something costs for a while: as listed, and as it is paid with its discount. */
export interface Rate {
  /** An hour, until the 96th, until the 360th, and from then on (seed 004 L37735-37790). */
  readonly hour?: Steps;
  readonly hourPaid?: Steps;
  /** A month in advance. */
  readonly month?: MicroYuan;
  readonly monthPaid?: MicroYuan;
}

export type Steps = readonly [first: MicroYuan, second: MicroYuan, third: MicroYuan];

/** Each Mbps up to `upTo`, counted from where the tier before ends. */
export interface Tier {
  readonly upTo: number;
  readonly each: MicroYuan;
}

/** The parts that a type is priced by where it has no row of its own. */
export const partNames = ['vcpu', 'memoryGiB', 'gpu', 'fpga'] as const;
export type PartName = (typeof partNames)[number];

/**
 * What everything costs, in neutral words: one book serves all vendors. It is data from a file and
 * does not change while a server runs. A rate of a part or a disk is for one piece, or one GiB.
 */
export interface PriceBook {
  readonly parts: Readonly<Record<PartName, Rate>>;
  readonly types: ReadonlyMap<string, Rate>;
  readonly disks: ReadonlyMap<string, Rate>;
  /** MiB a second that a disk is to do beyond what it is sold for. */
  readonly throughput: Rate;
  readonly bandwidth: { readonly hour: readonly Tier[]; readonly month: readonly Tier[] };
  /** A GB, which has no time. */
  readonly traffic: { readonly each: MicroYuan; readonly paid: MicroYuan };
  /** In hundredths of a percent: 8300 is 83 %. */
  readonly week: number;
  readonly spot: number;
  /** What is paid of a term of that many months or more, the longest first. */
  readonly fromMonths: ReadonlyArray<readonly [months: number, share: number]>;
  /** Of the regions that differ from the rest. */
  readonly regions: ReadonlyMap<string, number>;
}
