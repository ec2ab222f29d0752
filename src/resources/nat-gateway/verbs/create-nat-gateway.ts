import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import { beginOperation } from '../../operation/operations.ts';
import { limitOf } from '../../quota/quota.ts';
import { seenZones } from '../../region/seen-zones.ts';
import type { Scope } from '../../scope.ts';
import { subnetFaults } from '../../subnet/faults.ts';
import { takeSubnetAddresses } from '../../subnet/take-addresses.ts';
import { getSubnet } from '../../subnet/verbs/get-subnet.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import { natGatewayFaults } from '../faults.ts';
import { natGatewayRow, noNatGatewayDetails } from '../nat-gateway.ts';
import type { NatGateway, NatGatewayDetails } from '../nat-gateway.ts';
import { countNatGateways } from '../usage.ts';
import { done } from './modify-nat-gateway.ts';

export interface NewNatGateway extends Pick<
  NatGateway,
  'region' | 'name' | 'description' | 'outMbps' | 'connectionsMax' | 'isStandard' | 'isProtected'
> {
  readonly vpc: Key<'vpc'>;
  /** In which subnet it has an address of its own; none where not given. */
  readonly subnet?: Key<'subnet'> | undefined;
  readonly privateAddress?: number | undefined;
  /** Where there is no subnet; any zone of the region that the asker sees where not given. */
  readonly zone?: string | undefined;
  readonly details?: Partial<NatGatewayDetails>;
  readonly tags: readonly Tag[];
}

/** Makes a NAT gateway of a network, at once. */
export const createNatGateway = verb(
  [
    getVpc,
    holdVpc,
    getSubnet,
    natGatewayFaults.notSupportedHere,
    natGatewayFaults.otherVpc,
    natGatewayFaults.quotaExceeded,
    subnetFaults.zoneNotInRegion,
    takeSubnetAddresses,
  ],
  async (scope: Scope, request: NewNatGateway): Promise<NatGateway> => {
    const { db, account, now, cloud } = scope;
    const { tags, details, ...asked } = request;
    const message = cloud.supply.lacks('nat-gateway');
    if (message !== undefined) throw natGatewayFaults.notSupportedHere({ message });
    const { key: vpc } = await getVpc(scope, request);
    await holdVpc(scope, vpc);
    const limit = await limitOf(scope, 'natGatewaysPerVpcMax');
    if ((await countNatGateways(db, vpc)) >= limit) {
      throw natGatewayFaults.quotaExceeded({ vpc, limit });
    }
    const place = await placeOf(scope, request);
    const gateway: NatGateway = {
      ...asked,
      ...place,
      key: newKey(cloud.random),
      account,
      createdAt: now,
      version: 0,
      details: { ...noNatGatewayDetails, ...details },
    };
    const { key } = gateway;
    await db.insert('nat_gateways', [natGatewayRow(gateway)]);
    const operated = { account, kind: 'nat-gateway', resource: key, number: 0 };
    await beginOperation(db, operated, done(scope, 'create'));
    await saveTags(db, { account, kind: 'nat-gateway', resources: [key] }, tags);
    return gateway;
  },
);

/** Where it is, with the address that it takes there. */
async function placeOf(
  scope: Scope,
  request: NewNatGateway,
): Promise<Pick<NatGateway, 'zone' | 'subnet' | 'privateAddress'>> {
  const { subnet, vpc, region, zone: zoneNamed } = request;
  if (subnet === undefined) {
    const zones = seenZones(scope, region);
    const zone = zoneNamed ?? zones[0];
    if (zone === undefined || !zones.includes(zone)) {
      throw subnetFaults.zoneNotInRegion({ zone: zoneNamed ?? '' });
    }
    return { zone, subnet: null, privateAddress: null };
  }
  const { key, zone, vpc: its } = await getSubnet(scope, { subnet, region });
  if (its !== vpc) throw natGatewayFaults.otherVpc({ subnet, vpc });
  const { privateAddress: wanted } = request;
  const named = wanted === undefined ? [] : [wanted];
  const [privateAddress = null] = await takeSubnetAddresses(scope, key, {
    named,
    count: 1 - named.length,
  });
  return { zone, subnet: key, privateAddress };
}
