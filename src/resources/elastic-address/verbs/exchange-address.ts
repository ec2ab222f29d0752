import type { Key } from '#kernel/key.ts';
import { instanceFaults } from '../../instance/faults.ts';
import { setPublicAddress } from '../../instance/public-address.ts';
import { requireInstances } from '../../instance/require.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { ElasticAddress } from '../elastic-address.ts';
import { elasticAddressFaults } from '../faults.ts';
import { ordinaryOf } from '../ordinary.ts';
import { returnPublicAddresses, takePublicAddresses } from '../pool.ts';
import { takeOrdinaryQuota } from '../quota.ts';
import { requireAddress } from '../require.ts';
import { renumberAddress } from '../table.ts';

export interface ExchangeRequest {
  readonly region: string | null;
  /** The instance whose ordinary address, or the elastic address that is exchanged. */
  readonly instance?: Key<'instance'> | undefined;
  readonly key?: Key<'elastic-address'> | undefined;
}

/** Another number for an ordinary address, or for an elastic one that is paid in advance. */
export const exchangeAddress = verb(
  [
    instanceFaults.notFound,
    elasticAddressFaults.notFound,
    elasticAddressFaults.noOrdinary,
    elasticAddressFaults.chargeTypeFixed,
    elasticAddressFaults.boundToGateway,
    elasticAddressFaults.ordinaryQuotaExceeded,
    elasticAddressFaults.exhausted,
  ],
  async (scope: Scope, request: ExchangeRequest): Promise<ElasticAddress> => {
    const address = await addressMeant(scope, request);
    await takeOrdinaryQuota(scope, address.region);
    // The new one is taken first, so that it is another one.
    const [number] = (await takePublicAddresses(scope, 1)) ?? [];
    if (number === undefined) throw elasticAddressFaults.exhausted();
    await scope.db.run(renumberAddress, { seq: address.seq, address: number });
    await returnPublicAddresses(scope.db, [address.address]);
    const { holder } = address;
    if (holder?.kind === 'instance') await setPublicAddress(scope.db, holder.key, number);
    return { ...address, address: number };
  },
);

async function addressMeant(
  scope: Scope,
  { region, instance: key, key: elastic }: ExchangeRequest,
): Promise<ElasticAddress> {
  if (elastic !== undefined) {
    const address = await requireAddress(scope, elastic, region);
    if (address.expiresAt === null) {
      throw elasticAddressFaults.chargeTypeFixed({ 'elastic-address': elastic });
    }
    // The gateway's rules name it by its number.
    if (address.holder?.kind === 'nat-gateway') {
      throw elasticAddressFaults.boundToGateway({ 'elastic-address': elastic });
    }
    return address;
  }
  const [instance] = await requireInstances(scope, [key ?? ''], region);
  const address = await ordinaryOf(scope.db, instance?.key ?? '');
  if (address === undefined) throw elasticAddressFaults.noOrdinary({ instance: key ?? '' });
  return address;
}
