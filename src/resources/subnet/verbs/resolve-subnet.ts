import { instanceFaults } from '../../instance/faults.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { subnetFaults } from '../faults.ts';
import type { NetworkPlace } from '../subnet.ts';
import { defaultNetwork } from './default-network.ts';
import { getSubnet } from './get-subnet.ts';

export interface PlaceAsked {
  readonly region: string;
  /** Where not given, the zone of the subnet; without a subnet the first of `zones`. */
  readonly zone?: string | undefined;
  readonly vpc?: string | undefined;
  /** Where not given, the zone's default one, whatever `vpc` says. */
  readonly subnet?: string | undefined;
  /** Zones of the region that whoever asks can see. */
  readonly zones: readonly string[];
}

/** Finds where a new instance is put, and makes the default network where it names none. */
export const resolveSubnet = verb(
  [getVpc, getSubnet, defaultNetwork, subnetFaults.notInVpc, instanceFaults.zoneMismatch],
  async (scope: Scope, asked: PlaceAsked): Promise<NetworkPlace> => {
    const { region, zone, vpc, zones } = asked;
    if (asked.subnet === undefined) {
      const [first] = zones;
      const chosen = zone ?? first;
      if (chosen === undefined) throw new RangeError(`No zone of ${region} can be seen.`);
      return defaultNetwork(scope, { region, zone: chosen });
    }
    const subnet = await getSubnet(scope, { subnet: asked.subnet, zones });
    const place = { vpc: subnet.vpc, subnet: subnet.key, zone: subnet.zone };
    if (subnet.region !== region) throw subnetFaults.notFound({ subnet: subnet.key });
    if (vpc !== undefined && vpc !== subnet.vpc) {
      await getVpc(scope, { vpc, regions: [region] });
      throw subnetFaults.notInVpc({ subnet: subnet.key, vpc });
    }
    if (zone !== undefined && zone !== subnet.zone) {
      throw instanceFaults.zoneMismatch({ subnet: subnet.key, zone });
    }
    return place;
  },
);
