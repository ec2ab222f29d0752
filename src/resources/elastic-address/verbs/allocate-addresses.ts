import type { Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import type { AddressInternet, AddressPrepaid, ElasticAddress } from '../elastic-address.ts';
import { scheduleAddressExpiry } from '../workflows/expire.ts';
import { elasticAddressFaults } from '../faults.ts';
import { newAddressKeys } from '../new-keys.ts';
import { payMonths } from '../pay.ts';
import { takePublicAddresses } from '../pool.ts';
import { takeAddressQuota } from '../quota.ts';
import { elasticAddressOf, newAddressRowOf, plainAddress } from '../row.ts';
import { ownAddressesByKeys } from '../table.ts';
import { termOf } from '../term.ts';

export interface AllocationRequest extends Partial<
  Pick<ElasticAddress, 'name' | 'description' | 'package' | 'resourceGroup' | 'protected' | 'own'>
> {
  readonly region: string;
  readonly count: number;
  readonly internet: AddressInternet;
  readonly prepaid?: AddressPrepaid | null;
  readonly tags?: readonly Tag[];
}

/**
 * Takes so many elastic addresses, all of them or none; answers them, oldest first, with the order
 * of those that are paid in advance.
 */
export const buyAddresses = verb(
  [
    elasticAddressFaults.quotaExceeded,
    elasticAddressFaults.dailyQuotaExceeded,
    elasticAddressFaults.exhausted,
    elasticAddressFaults.periodNotSold,
    payMonths,
  ],
  async (scope: Scope, request: AllocationRequest): Promise<Allocated> => {
    const { region, count, prepaid = null, tags = [], ...rest } = request;
    const { account, now, db } = scope;
    const term = termOf(now, prepaid);
    await takeAddressQuota(scope, { region, count, applied: true });
    const keys = await newAddressKeys(scope, count);
    const addresses = await takePublicAddresses(scope, count);
    if (addresses === undefined) throw elasticAddressFaults.exhausted();
    const rows = keys.map((key, index) =>
      newAddressRowOf({
        ...plainAddress,
        ...rest,
        ...term,
        prepaid,
        key,
        account,
        region,
        address: addresses[index] ?? 0,
        createdAt: now,
      }),
    );
    await db.insert('elastic_addresses', rows);
    await saveTags(db, { account, kind: 'elastic-address', resources: keys }, tags);
    const made = (await db.all(ownAddressesByKeys, { account, keys })).map(elasticAddressOf);
    for (const address of made) await scheduleAddressExpiry(scope, address);
    const order =
      prepaid === null
        ? null
        : await payMonths(scope, made, { kind: 'create', months: prepaid.months, from: now });
    return { addresses: made.toSorted((a, b) => a.seq - b.seq), order };
  },
);

interface Allocated {
  readonly addresses: readonly ElasticAddress[];
  readonly order: string | null;
}

/** The same, of which the addresses alone are answered. */
export const allocateAddresses = verb(
  [buyAddresses],
  async (scope: Scope, request: AllocationRequest): Promise<readonly ElasticAddress[]> => {
    return (await buyAddresses(scope, request)).addresses;
  },
);
