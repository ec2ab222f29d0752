import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { vpcFaults } from '../faults.ts';
import { getVpc, type VpcRequest } from './get-vpc.ts';

/** Refuses unless a network has an IPv6 block. */
export const requireIpv6 = verb(
  [getVpc, vpcFaults.noIpv6],
  async (scope: ReadScope, request: VpcRequest): Promise<void> => {
    const { key: vpc, ipv6Block } = await getVpc(scope, request);
    if (ipv6Block === '') throw vpcFaults.noIpv6({ vpc });
  },
);
