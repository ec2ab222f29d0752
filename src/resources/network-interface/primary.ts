import type { Key } from '#kernel/key.ts';
import type { NewNetworkInterface } from '#store/schema/network-interface.ts';
import { newInterfaceRowOf, plainInterface } from './interface-row.ts';

/** What of a new instance its primary interface has as well. */
interface Launched {
  readonly key: Key<'instance'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly vpc: Key<'vpc'>;
  readonly subnet: Key<'subnet'>;
  readonly privateAddress: number | null;
  readonly createdAt: number;
}

/** The key of the primary interface of an instance: its own. */
function primaryKeyOf(instance: Key<'instance'>): Key<'network-interface'> {
  return String(instance);
}

/** The row of the interface that comes with a new instance. */
export function primaryRowOf(instance: Launched): NewNetworkInterface {
  const { key, account, region, zone, vpc, subnet, privateAddress, createdAt } = instance;
  return newInterfaceRowOf({
    ...plainInterface,
    key: primaryKeyOf(key),
    account,
    region,
    zone,
    vpc,
    subnet,
    isPrimary: true,
    instance: key,
    deviceIndex: 0,
    address: privateAddress ?? 0,
    state: 'in-use',
    deleteWithInstance: true,
    createdAt,
    attachedAt: createdAt,
  });
}
