import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import type { NetworkPlace } from '../../subnet/subnet.ts';
import { takeSubnetAddresses } from '../../subnet/take-addresses.ts';
import { resolveSubnet } from '../../subnet/verbs/resolve-subnet.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { reservedAddressRow, type ReservedAddress } from '../reserved-address.ts';

export interface Reservation {
  readonly region: string;
  readonly vpc: Key<'vpc'>;
  readonly subnet: Key<'subnet'>;
  /** Those that are asked for, then others. */
  readonly addresses: readonly number[];
  readonly count: number;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly Tag[];
}

/** Keeps private addresses of a subnet back, all of them or none. */
export const reserveAddresses = verb(
  [resolveSubnet, takeSubnetAddresses],
  async (scope: Scope, request: Reservation): Promise<readonly ReservedAddress[]> => {
    const { db, account, now, cloud } = scope;
    const { region, addresses: named, count, name, description, tags } = request;
    const { vpc, subnet, zone }: NetworkPlace = await resolveSubnet(scope, request);
    const taken = await takeSubnetAddresses(scope, subnet, { named, count });
    const made = taken.map((address): ReservedAddress => {
      const place = { account, region, zone, vpc, subnet };
      return { key: newKey(cloud.random), ...place, address, name, description, createdAt: now };
    });
    await db.insert('reserved_addresses', made.map(reservedAddressRow));
    const resources = made.map(({ key }) => key);
    await saveTags(db, { account, kind: 'reserved-address', resources }, tags);
    return made;
  },
);
