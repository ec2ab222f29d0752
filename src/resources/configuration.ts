/**
 * What an operator may set about the domain, in neutral words. `docs/reference/simulator.md` and
 * `docs/reference/configuration.md` say where it comes from.
 */
export interface Configuration {
  /** Of the default VPC of each region, made when it is first needed (D15). */
  readonly defaultVpcCidr: string;
  /** Mask length of the subnets cut from it, one for each zone. */
  readonly defaultSubnetMask: number;
  /** Public addresses given to instances, the same pool for every region. */
  readonly publicCidr: string;
  /** Instances of one account in one zone, by charge type. */
  readonly instancesPerZoneMax: number;
  readonly vpcsPerRegionMax: number;
  readonly subnetsPerVpcMax: number;
  readonly securityGroupsPerRegionMax: number;
  readonly recycleBinMs: number;
  /** How long an instance that failed to launch is shown before it goes (D15). */
  readonly launchFailedMs: number;
  readonly tokenMs: number;
}

const DAY_MS = 86_400_000;

/** What holds where nothing is set. */
export const defaultConfiguration: Configuration = {
  defaultVpcCidr: '172.16.0.0/12',
  defaultSubnetMask: 20,
  publicCidr: '100.64.0.0/10',
  instancesPerZoneMax: 1_000_000,
  vpcsPerRegionMax: 20,
  subnetsPerVpcMax: 100,
  securityGroupsPerRegionMax: 50,
  recycleBinMs: 7 * DAY_MS,
  launchFailedMs: DAY_MS,
  tokenMs: DAY_MS,
};
