import { elasticAddressFaults } from '../../elastic-address/faults.ts';
import { dropAddress, holdAddress } from '../../elastic-address/hold.ts';
import { addressesByNumbers, addressesOf } from '../../elastic-address/require.ts';
import type { Scope } from '../../scope.ts';
import { formatAddress } from '../../subnet/cidr.ts';
import { verb } from '../../verb.ts';
import { haVipFaults } from '../faults.ts';
import { holdHaVip, type HaVipRequest } from './ha-vips.ts';

/** Binds an elastic address of the account that is free to a high-availability address. */
export const bindToHaVip = verb(
  [
    holdHaVip,
    haVipFaults.hasElastic,
    haVipFaults.elasticNotFound,
    haVipFaults.elasticTaken,
    elasticAddressFaults.notSupportedHere,
  ],
  async (scope: Scope, request: HaVipRequest & { readonly elastic: number }): Promise<void> => {
    const { key, region } = await holdHaVip(scope, request);
    const bound = await addressesOf(scope.db, 'ha-vip', [key]);
    if (bound.size > 0) throw haVipFaults.hasElastic({ 'ha-vip': key });
    const found = await addressesByNumbers(scope, [request.elastic]);
    const one = found.find((other) => other.region === region && other.kind === 'elastic');
    const address = formatAddress(request.elastic);
    if (one === undefined) throw haVipFaults.elasticNotFound({ address });
    if (one.holder !== null) throw haVipFaults.elasticTaken({ address });
    const message = scope.cloud.supply.lacks('shared-addresses');
    if (message !== undefined) throw elasticAddressFaults.notSupportedHere({ message });
    await holdAddress(scope, one, { kind: 'ha-vip', key });
  },
);

/** Takes the elastic address from a high-availability address; it stays its account's. */
export const unbindFromHaVip = verb(
  [holdHaVip, haVipFaults.hasNoElastic],
  async (scope: Scope, request: HaVipRequest): Promise<void> => {
    const { key } = await holdHaVip(scope, request);
    const [bound] = (await addressesOf(scope.db, 'ha-vip', [key])).get(key) ?? [];
    if (bound === undefined) throw haVipFaults.hasNoElastic({ 'ha-vip': key });
    await dropAddress(scope, bound);
  },
);
