import type { Key } from '#kernel/key.ts';
import { instanceFaults } from '../../instance/faults.ts';
import { requireInstances } from '../../instance/require.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeAddress } from '../change.ts';
import type { ElasticAddress } from '../elastic-address.ts';
import { elasticAddressFaults } from '../faults.ts';
import { newAddressKeys } from '../new-keys.ts';
import { ordinaryOf } from '../ordinary.ts';
import { takeAddressQuota } from '../quota.ts';

export interface TransformRequest {
  readonly region: string | null;
  readonly instance: Key<'instance'>;
}

/** Makes the ordinary address of an instance an elastic one, which stays bound to it. */
export const transformAddress = verb(
  [
    instanceFaults.notFound,
    elasticAddressFaults.noOrdinary,
    elasticAddressFaults.holderWrongState,
    elasticAddressFaults.quotaExceeded,
  ],
  async (scope: Scope, { region, instance: key }: TransformRequest): Promise<ElasticAddress> => {
    const [instance] = await requireInstances(scope, [key], region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: key });
    const { state } = instance;
    if (state !== 'running' && state !== 'stopped') {
      throw elasticAddressFaults.holderWrongState({ instance: key, state });
    }
    const address = await ordinaryOf(scope.db, key);
    if (address === undefined) throw elasticAddressFaults.noOrdinary({ instance: key });
    await takeAddressQuota(scope, { region: instance.region, count: 1, applied: false });
    const [own = ''] = await newAddressKeys(scope, 1);
    const { chargeType, outMbps, package: bandwidthPackage } = instance.internet;
    return changeAddress(scope.db, address, {
      kind: 'elastic',
      key: own,
      internet: { chargeType, outMbps },
      package: address.package ?? bandwidthPackage,
    });
  },
);
