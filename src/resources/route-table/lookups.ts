import { addressedInstances } from '../instance/usage.ts';
import type { ReadScope } from '../scope.ts';
import { formatAddress, formatCidr } from '../subnet/cidr.ts';
import { subnetBlocks } from '../subnet/usage.ts';
import { blocksOfVpcs } from '../vpc/usage.ts';
import { routeFaults } from './route-faults.ts';
import type { NextHop } from './route-table.ts';
import type { AskedHop, DestinationRule } from './routes.ts';

/** The blocks of a network, or of all its subnets. */
export async function blocksOf(
  { db }: ReadScope,
  vpc: string,
  which: DestinationRule['inside'],
): Promise<readonly string[]> {
  if (which === 'subnets') return (await subnetBlocks(db, vpc)).map(formatCidr);
  return (await blocksOfVpcs(db, [vpc])).get(vpc) ?? [];
}

/** The instance of a network that is to be a next hop. @throws route.nextHopNotFound */
export async function nextHopOf(
  { db, account, sees }: ReadScope,
  vpc: string,
  asked: AskedHop,
): Promise<NextHop> {
  const found = (await db.all(addressedInstances, { account, vpc, ...keyAndAddress(asked) })).find(
    ({ zone }) => sees(zone),
  );
  if (found === undefined || found.private_ip === null) {
    const hop = 'address' in asked ? formatAddress(asked.address) : undefined;
    throw routeFaults.nextHopNotFound('address' in asked ? { hop } : { instance: asked.instance });
  }
  return { kind: 'instance', key: found.key, address: formatAddress(found.private_ip) };
}

function keyAndAddress(asked: AskedHop) {
  return 'address' in asked
    ? { key: '', address: asked.address }
    : { key: asked.instance, address: -1 };
}
