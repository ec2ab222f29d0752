import type { Key } from '#kernel/key.ts';
import type { InstanceType } from '../../instance-type/instance-type.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { hpcClusterFaults as faults } from '../faults.ts';
import type { HpcCluster } from '../hpc-cluster.ts';
import { getHpcCluster } from './clusters.ts';

export interface ClusterAsked {
  readonly cluster: Key<'hpc-cluster'> | undefined;
  readonly types: readonly InstanceType[];
  readonly region: string;
}

/** The cluster of a launch: types of that kind need one, others take none. */
export const requireCluster = verb(
  [getHpcCluster, faults.missing, faults.notForType],
  async (scope: ReadScope, asked: ClusterAsked): Promise<HpcCluster | undefined> => {
    const { cluster, types, region } = asked;
    if (cluster === undefined) {
      const needy = types.find(({ needsHpcCluster }) => needsHpcCluster);
      if (needy !== undefined) throw faults.missing({ type: needy.name });
      return undefined;
    }
    const found = await getHpcCluster(scope, { cluster, region });
    const other = types.find(({ needsHpcCluster }) => !needsHpcCluster);
    if (other !== undefined) throw faults.notForType({ type: other.name });
    return found;
  },
);
