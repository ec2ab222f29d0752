import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../../instance/faults.ts';
import { requireInstances } from '../../instance/require.ts';
import type { AddressHolder, ElasticAddress } from '../elastic-address.ts';
import { elasticAddressFaults } from '../faults.ts';
import { dropAddress } from '../hold.ts';
import { giveOrdinaryAddress } from '../ordinary.ts';
import { takeOrdinaryQuota } from '../quota.ts';
import { requireAddress } from '../require.ts';

export interface UnbindRequest {
  readonly region: string | null;
  readonly key: Key<'elastic-address'>;
  /** What it is thought to be bound to, where that is said. */
  readonly from?: Pick<AddressHolder, 'key'> | undefined;
  /** Whether the instance is to have an ordinary address instead. */
  readonly ordinaryAnew?: boolean | undefined;
}

/** Takes an elastic address from what it is bound to; what a gateway has is the gateway's. */
export const unbindAddress = verb(
  [
    elasticAddressFaults.notFound,
    elasticAddressFaults.ordinary,
    elasticAddressFaults.notBound,
    elasticAddressFaults.boundElsewhere,
    elasticAddressFaults.boundToGateway,
    elasticAddressFaults.noPrimary,
    elasticAddressFaults.ordinaryQuotaExceeded,
    instanceFaults.publicAddressesExhausted,
  ],
  async (scope: Scope, request: UnbindRequest): Promise<ElasticAddress> => {
    const { region, key, from, ordinaryAnew = false } = request;
    const address = await requireAddress(scope, key, region);
    const { holder } = address;
    const detail = { 'elastic-address': key };
    if (address.kind === 'ordinary') throw elasticAddressFaults.ordinary(detail);
    if (holder === null) throw elasticAddressFaults.notBound(detail);
    if (from !== undefined && from.key !== holder.key) {
      throw elasticAddressFaults.boundElsewhere(detail);
    }
    if (holder.kind === 'nat-gateway') throw elasticAddressFaults.boundToGateway(detail);
    if (ordinaryAnew && holder.kind !== 'instance') throw elasticAddressFaults.noPrimary();
    const free = await dropAddress(scope, address);
    if (!ordinaryAnew) return free;
    await takeOrdinaryQuota(scope, address.region);
    const [instance] = await requireInstances(scope, [holder.key], null);
    if (instance !== undefined) await giveOrdinaryAddress(scope, instance);
    return free;
  },
);
