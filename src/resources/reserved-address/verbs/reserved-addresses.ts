import type { Key } from '#kernel/key.ts';
import { returnAddresses } from '../../address/range.ts';
import type { Listed, Page } from '../../page.ts';
import { seenZones } from '../../region/seen-zones.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { deleteTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { reservedAddressFaults } from '../faults.ts';
import { reservedAddressOf, type ReservedAddress } from '../reserved-address.ts';
import {
  changeReservedAddress,
  deleteReservedAddress,
  ownReservedAddresses,
  selectReservedAddresses,
  type ReservedAddressFilter,
} from '../table.ts';

export interface ReservedRequest {
  readonly region: string;
  readonly vpc: Key<'vpc'>;
  readonly keys: ReadonlyArray<Key<'reserved-address'>>;
}

/** Reserved addresses of a network, each once. */
const getReserved = verb(
  [getVpc, reservedAddressFaults.notFound, reservedAddressFaults.notInVpc],
  async (scope: ReadScope, request: ReservedRequest): Promise<readonly ReservedAddress[]> => {
    const { region, vpc, keys } = request;
    await getVpc(scope, { region, vpc });
    const { account } = scope;
    const rows = await scope.db.all(ownReservedAddresses, { account, keys });
    return [...new Set(keys)].map((key) => {
      const row = rows.find((one) => one.key === key);
      const detail = { 'reserved-address': key };
      if (row?.region !== region || !scope.sees(row.zone)) {
        throw reservedAddressFaults.notFound(detail);
      }
      if (row.vpc !== vpc) throw reservedAddressFaults.notInVpc({ ...detail, vpc });
      return reservedAddressOf(row);
    });
  },
);

/** What is not given stays. */
export interface ReservedChange extends ReservedRequest {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** Names reserved addresses anew, or describes them. */
export const changeReserved = verb(
  [getReserved],
  async (scope: Scope, change: ReservedChange): Promise<void> => {
    for (const { key, ...now } of await getReserved(scope, change)) {
      const { name = now.name, description = now.description } = change;
      await scope.db.run(changeReservedAddress, { key, name, description });
    }
  },
);

/** Gives reserved addresses up, all of them or none: their subnet gives them to others. */
export const giveUpReserved = verb(
  [getReserved],
  async (scope: Scope, request: ReservedRequest): Promise<void> => {
    const { db } = scope;
    for (const { key, subnet, address } of await getReserved(scope, request)) {
      // Whoever takes the row away is the one that gives its address back (D3).
      if ((await db.run(deleteReservedAddress, { key })) !== 1) {
        throw reservedAddressFaults.notFound({ 'reserved-address': key });
      }
      await returnAddresses(db, subnet, [address]);
      await deleteTags(db, 'reserved-address', [key]);
    }
  },
);

export interface ReservedListRequest {
  readonly region: string;
  readonly filter: ReservedAddressFilter;
  readonly page: Page;
}

/** Reserved addresses of the account in zones that the asker sees, oldest first. */
export const listReserved = verb(
  [],
  (scope: ReadScope, { region, filter, page }: ReservedListRequest) => {
    const { db, account } = scope;
    const zones = seenZones(scope, region);
    const asked = { filter: { ...filter, zones }, page };
    return selectReservedAddresses(db, { account, region }, asked) satisfies Promise<
      Listed<ReservedAddress>
    >;
  },
);
