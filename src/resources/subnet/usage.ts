import type { Reader } from '#store/store.ts';
import type { ReadScope } from '../scope.ts';
import { firstSubnetOf, subnetsByVpcs } from './table.ts';

/** Whether the network has any subnet, in whichever zone. */
export async function hasSubnets(reader: Reader, vpc: string): Promise<boolean> {
  return (await reader.first(firstSubnetOf, { vpc })) !== undefined;
}

/** The keys of the subnets that the asker sees of up to 1,024 networks, by network. */
export async function subnetsOfVpcs(
  scope: ReadScope,
  vpcs: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (vpcs.length === 0) return new Map();
  const rows = await scope.db.all(subnetsByVpcs, { vpcs });
  const shown = rows.filter(({ zone }) => scope.sees(zone));
  const byVpc = Map.groupBy(shown, ({ vpc }) => vpc);
  return new Map([...byVpc].map(([vpc, those]) => [vpc, those.map(({ key }) => key)]));
}
