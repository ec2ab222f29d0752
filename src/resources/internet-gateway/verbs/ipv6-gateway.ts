import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { ipv6GatewayFaults } from '../faults.ts';
import type { InternetGateway } from '../internet-gateway.ts';
import { insertIpv6Gateway, type NewInternetGateway } from './gateways.ts';

/** Makes the gateway of a network that has an IPv6 block. */
export const addIpv6Gateway = verb(
  [insertIpv6Gateway, ipv6GatewayFaults.noIpv6],
  async (scope: Scope, request: NewInternetGateway): Promise<InternetGateway> => {
    const { key: vpc, ipv6Block } = await getVpc(scope, request);
    if (ipv6Block === '') throw ipv6GatewayFaults.noIpv6({ vpc });
    return insertIpv6Gateway(scope, request);
  },
);
