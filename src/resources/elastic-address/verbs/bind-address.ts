import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { AddressHolder, ElasticAddress } from '../elastic-address.ts';
import { elasticAddressFaults } from '../faults.ts';
import { holdAddress } from '../hold.ts';
import { takeOrdinaryAddress } from '../ordinary.ts';
import { requireAddress } from '../require.ts';
import { addressesHeldBy } from '../table.ts';
import { isSameHolder, resolveTarget, type AddressTarget } from '../target.ts';

export interface BindRequest {
  readonly region: string | null;
  readonly key: Key<'elastic-address'>;
  readonly target: AddressTarget;
  /** What becomes of an ordinary address that the instance has. */
  readonly ordinary: 'gives way' | 'refuses';
}

/** Binds a free elastic address to a private address, which has at most one public one. */
export const bindAddress = verb(
  [
    elasticAddressFaults.notFound,
    elasticAddressFaults.ordinary,
    elasticAddressFaults.bound,
    elasticAddressFaults.alreadyBound,
    elasticAddressFaults.hasOrdinary,
    elasticAddressFaults.holderTaken,
    elasticAddressFaults.notSupportedHere,
    resolveTarget,
  ],
  async (scope: Scope, request: BindRequest): Promise<ElasticAddress> => {
    const { region, key, target } = request;
    const address = await requireAddress(scope, key, region);
    const detail = { 'elastic-address': key };
    if (address.kind === 'ordinary') throw elasticAddressFaults.ordinary(detail);
    const { holder, instance } = await resolveTarget(scope, { target, region: address.region });
    if (address.holder !== null) {
      const same = isSameHolder(address.holder, holder);
      throw elasticAddressFaults[same ? 'alreadyBound' : 'bound'](detail);
    }
    const message = scope.cloud.supply.lacks('elastic-address');
    if (message !== undefined) throw elasticAddressFaults.notSupportedHere({ message });
    const taken = await boundThere(scope, holder);
    if (taken?.kind === 'elastic') {
      throw elasticAddressFaults.holderTaken(instance === null ? {} : { instance: instance.key });
    }
    if (taken !== undefined && instance !== null) {
      if (request.ordinary === 'refuses') {
        throw elasticAddressFaults.hasOrdinary({ instance: instance.key });
      }
      await takeOrdinaryAddress(scope.db, instance);
    }
    return holdAddress(scope, address, holder);
  },
);

/** What is bound at the same place already. */
async function boundThere({ db }: Scope, { kind, key, ...at }: AddressHolder) {
  const rows = await db.all(addressesHeldBy, { kinds: [kind], holders: [key] });
  return rows.find(
    ({ private_ip: address }) => !('privateAddress' in at) || address === at.privateAddress,
  );
}
