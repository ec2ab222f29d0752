import { natGatewayTable } from '#store/schema/nat-gateway.ts';
import { noun } from '../noun.ts';
import { natGatewayFaults } from './faults.ts';

/** Lets machines of a network share public addresses. */
export const natGatewayNoun = noun({
  name: 'nat-gateway',
  tables: { nat_gateways: natGatewayTable },
  onReset: 'goes',
  faults: natGatewayFaults,
  hasIds: true,
  tagged: 'nat_gateways',
  // Ten addresses are Tencent's limit; Alibaba's is 20, and can be raised.
  limits: { natGatewaysPerVpcMax: 10, addressesPerNatGatewayMax: 10 },
});
