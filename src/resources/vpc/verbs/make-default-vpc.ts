import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { vpcFaults } from '../faults.ts';
import type { Vpc } from '../vpc.ts';
import { defaultVpc, findDefaultVpc } from './default-vpc.ts';
import { writeVpc } from './modify-vpc.ts';

export interface DefaultVpcRequest {
  readonly region: string;
  readonly resourceGroup?: string | undefined;
}

/** Makes the default network of a region, of which there is one at most. */
export const makeDefaultVpc = verb(
  [vpcFaults.hasDefault],
  async (scope: Scope, { region, resourceGroup }: DefaultVpcRequest): Promise<Vpc> => {
    if ((await findDefaultVpc(scope, region)) !== undefined) throw vpcFaults.hasDefault({});
    const vpc = await defaultVpc(scope, region);
    if (resourceGroup === undefined) return vpc;
    const grouped: Vpc = { ...vpc, details: { ...vpc.details, resourceGroup } };
    await writeVpc(scope, grouped);
    return grouped;
  },
);
