import type { Key } from '#kernel/key.ts';
import { instanceFaults } from '../../instance/faults.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { subnetFaults } from '../faults.ts';
import type { NetworkPlace } from '../subnet.ts';
import { getSubnet } from './get-subnet.ts';

export interface PlaceRequest {
  readonly region: string;
  readonly subnet: Key<'subnet'>;
  /** The network and the zone it is said to be in. */
  readonly vpc?: Key<'vpc'> | undefined;
  readonly zone?: string | undefined;
  /** Zones of which it must be in one; any where not given. */
  readonly zones?: readonly string[] | undefined;
}

/** Where an instance is put that names a subnet. */
export const resolveSubnet = verb(
  [getVpc, getSubnet, subnetFaults.notInVpc, instanceFaults.zoneMismatch],
  async (scope: ReadScope, request: PlaceRequest): Promise<NetworkPlace> => {
    const { region, vpc, zone, zones } = request;
    const subnet = await getSubnet(scope, request);
    if (zones?.includes(subnet.zone) === false) {
      throw subnetFaults.notFound({ subnet: subnet.key });
    }
    if (vpc !== undefined && vpc !== subnet.vpc) {
      await getVpc(scope, { vpc, region });
      throw subnetFaults.notInVpc({ subnet: subnet.key, vpc });
    }
    if (zone !== undefined && zone !== subnet.zone) {
      throw instanceFaults.zoneMismatch({ subnet: subnet.key, zone });
    }
    return { vpc: subnet.vpc, subnet: subnet.key, zone: subnet.zone };
  },
);
