import { newKey } from '#kernel/ids.ts';
import { createRange } from '../address/range.ts';
import { mainTableOf } from '../route-table/main-table.ts';
import type { Scope } from '../scope.ts';
import type { Vpc } from '../vpc/vpc.ts';
import { formatCidr, reservedByBoth, usableRange, type Cidr } from './cidr.ts';
import { subnetFaults } from './faults.ts';
import { subnetRow, type Subnet } from './subnet.ts';

export interface AddedSubnet {
  readonly zone: string;
  readonly block: Cidr;
  readonly name: string | null;
  readonly description: string;
  readonly isDefault: boolean;
}

/**
 * Writes a subnet that has been checked, with its range of addresses; the network is held.
 * @throws subnet.maskNotAllowed where no address would be left to give out
 */
export async function addSubnet(
  { db, account, now, cloud }: Scope,
  vpc: Vpc,
  { zone, block, name, description, isDefault }: AddedSubnet,
): Promise<Subnet> {
  const cidr = formatCidr(block);
  const usable = usableRange(block, reservedByBoth);
  if (usable === undefined) throw subnetFaults.maskNotAllowed({ cidr });
  const key = newKey(cloud.random);
  const { region } = vpc;
  const subnet: Subnet = {
    key,
    account,
    region,
    zone,
    vpc: vpc.key,
    routeTable: mainTableOf(vpc.key),
    name,
    cidr,
    ipv6Block: '',
    networkAcl: null,
    isDefault,
    createdAt: now,
    description,
    broadcast: false,
  };
  await db.insert('subnets', [subnetRow(subnet)]);
  const { first, last } = usable;
  if (!(await createRange(db, { key, first, last }))) {
    throw new Error(`There is a range of addresses for the new subnet ${key} already.`);
  }
  return subnet;
}
