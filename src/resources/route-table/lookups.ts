import type { ReadScope } from '../scope.ts';
import { formatCidr } from '../subnet/cidr.ts';
import { subnetBlocks } from '../subnet/usage.ts';
import { blocksOfVpcs } from '../vpc/usage.ts';
import type { DestinationRule } from './routes.ts';

/** The blocks of a network, or of all its subnets. */
export async function blocksOf(
  { db }: ReadScope,
  vpc: string,
  which: DestinationRule['inside'],
): Promise<readonly string[]> {
  if (which === 'subnets') return (await subnetBlocks(db, vpc)).map(formatCidr);
  return (await blocksOfVpcs(db, [vpc])).get(vpc) ?? [];
}
