import { findZone } from '../../region/region.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { vpcFaults } from '../../vpc/faults.ts';
import { findDefaultVpc } from '../../vpc/verbs/default-vpc.ts';
import { subnetFaults } from '../faults.ts';
import type { NetworkPlace } from '../subnet.ts';
import { canHaveDefaultSubnet } from './check-default-subnet.ts';
import { defaultNetwork, type ZonePlace } from './default-network.ts';

/** Makes the default subnet of a zone in the default network that its region has. */
export const makeDefaultSubnet = verb(
  [
    subnetFaults.zoneNotInRegion,
    vpcFaults.noDefault,
    subnetFaults.hasDefault,
    canHaveDefaultSubnet,
    defaultNetwork,
  ],
  async (scope: Scope, place: ZonePlace): Promise<NetworkPlace> => {
    const { region, zone } = place;
    if (findZone(zone)?.region !== region || !scope.sees(zone)) {
      throw subnetFaults.zoneNotInRegion({ zone });
    }
    if ((await findDefaultVpc(scope, region)) === undefined) throw vpcFaults.noDefault({});
    if (!(await canHaveDefaultSubnet(scope, place))) throw subnetFaults.hasDefault({ zone });
    return defaultNetwork(scope, place);
  },
);
