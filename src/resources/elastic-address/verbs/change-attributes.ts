import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeAddress } from '../change.ts';
import type { ElasticAddress } from '../elastic-address.ts';
import { elasticAddressFaults } from '../faults.ts';
import { requireAddresses } from '../require.ts';

type Named = 'name' | 'description' | 'protected' | 'own' | 'resourceGroup';

export interface AttributesRequest {
  readonly region: string | null;
  readonly keys: ReadonlyArray<Key<'elastic-address'>>;
  /** What is not named stays as it is; of `own`, field by field. */
  readonly change: Partial<Pick<ElasticAddress, Named>>;
}

/** Changes what elastic addresses are called, and what is kept of them beside. */
export const changeAttributes = verb(
  [elasticAddressFaults.notFound, elasticAddressFaults.ordinary],
  async (scope: Scope, { region, keys, change }: AttributesRequest): Promise<void> => {
    for (const address of await requireAddresses(scope, keys, region)) {
      if (address.kind === 'ordinary') {
        throw elasticAddressFaults.ordinary({ 'elastic-address': address.key });
      }
      const own = { ...address.own, ...change.own };
      await changeAddress(scope.db, address, { ...change, own });
    }
  },
);
