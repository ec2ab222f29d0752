import { zoneFaults } from '#resources/zone/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { vendorZoneName, zonesOfVendor } from '#catalogue/places.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import type { LaunchNetwork } from '#resources/instance/launch-request.ts';
import { findZone } from '#resources/region/region.ts';
import type { ReadScope } from '#resources/scope.ts';
import type { SecurityGroup } from '#resources/security-group/security-group.ts';
import { getSecurityGroup } from '#resources/security-group/verbs/get-security-group.ts';
import { findDefaultVpc } from '#resources/vpc/verbs/default-vpc.ts';
import { missing } from './missing.ts';

/** Where the instances are to be, in which groups, from which address on. */
export interface NetworkAsked {
  readonly ZoneId: string | undefined;
  readonly VSwitchId: string | undefined;
  readonly PrivateIpAddress: string | undefined;
  readonly groups: readonly string[];
  /** How many there are to be. */
  readonly count: number;
}

export interface Network {
  readonly zones: readonly string[];
  readonly network: LaunchNetwork;
}

/** @throws security-group.notFound besides the codes of the page */
export async function networkOf(
  scope: ReadScope,
  region: string,
  asked: NetworkAsked,
): Promise<Network> {
  const zones = zonesOf(region, asked.ZoneId);
  const addresses = addressesOf(asked);
  if (asked.VSwitchId === undefined && (await isElsewhere(scope, region, asked.groups))) {
    throw launchFaults.groupElsewhere();
  }
  const network = { vpc: null, subnet: asked.VSwitchId ?? null, addresses };
  return { zones, network };
}

function zonesOf(region: string, zone: string | undefined): readonly string[] {
  if (zone === undefined) return zonesOfVendor('aliyun', region);
  const here = findZone(zone)?.region === region && vendorZoneName('aliyun', zone) !== undefined;
  if (here) return [zone];
  throw zoneFaults.notFound();
}

/** The address given and those behind it (today's RunInstances SDK, PrivateIpAddress). */
function addressesOf({ PrivateIpAddress: text, VSwitchId, count }: NetworkAsked): number[] {
  if (text === undefined) return [];
  const first = parseAddress(text);
  if (first === undefined) throw launchFaults.addressMalformed();
  if (VSwitchId === undefined) throw missing('VSwitchId');
  return Array.from({ length: count }, (_, index) => first + index);
}

/** Without a vSwitch the default network is used: whether a group is of another one. */
async function isElsewhere(
  scope: ReadScope,
  region: string,
  groups: readonly string[],
): Promise<boolean> {
  const found: SecurityGroup[] = [];
  for (const group of groups) found.push(await getSecurityGroup(scope, { region, group }));
  const bound = found.filter(({ vpc }) => vpc !== null);
  if (bound.length === 0) return false;
  const own = await findDefaultVpc(scope, region);
  return bound.some(({ vpc }) => vpc !== own?.key);
}
