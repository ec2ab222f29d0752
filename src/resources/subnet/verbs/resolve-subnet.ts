import type { Key } from '#kernel/key.ts';
import { instanceFaults } from '../../instance/faults.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { subnetFaults } from '../faults.ts';
import type { NetworkPlace } from '../subnet.ts';
import { getSubnetPlace } from './get-subnet.ts';

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
  [getVpc, getSubnetPlace, subnetFaults.notInVpc, instanceFaults.zoneMismatch],
  async (scope: ReadScope, request: PlaceRequest): Promise<NetworkPlace> => {
    const { region, vpc, zone, zones } = request;
    const place = await getSubnetPlace(scope, request);
    const { subnet } = place;
    if (zones?.includes(place.zone) === false) throw subnetFaults.notFound({ subnet });
    if (vpc !== undefined && vpc !== place.vpc) {
      await getVpc(scope, { vpc, region });
      throw subnetFaults.notInVpc({ subnet, vpc });
    }
    if (zone !== undefined && zone !== place.zone) {
      throw instanceFaults.zoneMismatch({ subnet, zone });
    }
    return place;
  },
);
