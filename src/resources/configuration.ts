import { defaultLimits, type Limits } from './nouns.ts';

/**
 * What an operator may set about the domain, in neutral words. `docs/reference/simulator.md` and
 * `docs/reference/configuration.md` say where it comes from. Limits stand with their nouns.
 */
export interface Configuration extends Limits {
  /** Of the default VPC of each region, made when it is first needed (D15). */
  readonly defaultVpcCidr: string;
  /** Mask length of the subnets cut from it, one for each zone. */
  readonly defaultSubnetMask: number;
  /** Public addresses given to instances, the same pool for every region. */
  readonly publicCidr: string;
  readonly recycleBinMs: number;
  /** How long an instance that failed to launch is shown before it goes (D15). */
  readonly launchFailedMs: number;
  readonly tokenMs: number;
  /** How long a message stays in an inbox. */
  readonly inboxMs: number;
  /** What each account has to pay with before an operator gives or takes anything. */
  readonly openingBalanceYuan: number;
  /** The market of spot instances: another seed is another market. */
  readonly spotSeed: string;
  /** How far its prices move at most, in percent of those of a market that stands still. */
  readonly spotSwingPercent: number;
  /** How much of the bandwidth of a running instance its simulated traffic uses, in percent. */
  readonly trafficUsePercent: number;
  /** How long a spot instance is told before it is taken back (seed 003: five minutes). */
  readonly spotNoticeMs: number;
  /** Names of the roles that instances can take; `*` among them stands for every name. */
  readonly roles: readonly string[];
}

const DAY_MS = 86_400_000;

/** What holds where nothing is set. */
export const defaultConfiguration: Configuration = {
  defaultVpcCidr: '172.16.0.0/12',
  defaultSubnetMask: 20,
  // Half of 100.64.0.0/10: in the other half is 100.100.0.0/16, and in that 100.100.100.200, where
  // a guest asks Alibaba's metadata service.
  publicCidr: '100.64.0.0/11',
  ...defaultLimits,
  recycleBinMs: 7 * DAY_MS,
  launchFailedMs: DAY_MS,
  tokenMs: DAY_MS,
  inboxMs: 30 * DAY_MS,
  openingBalanceYuan: 1_000_000_000,
  spotSeed: 'yuntai',
  spotSwingPercent: 25,
  trafficUsePercent: 2,
  spotNoticeMs: 5 * 60_000,
  roles: [],
};
