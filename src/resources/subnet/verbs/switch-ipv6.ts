import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { vpcFaults } from '../../vpc/faults.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { requireIpv6 } from '../../vpc/verbs/require-ipv6.ts';
import { subnetFaults } from '../faults.ts';
import { formatIpv6Block, ipv6BlockWithin, keptIpv6Block } from '../ipv6.ts';
import { ipv6BlocksOf } from '../usage.ts';
import { getSubnet, type SubnetRequest } from './get-subnet.ts';
import { assignSubnetBlocks, takeSubnetBlocks } from './ipv6-blocks.ts';

const BITS = 64;
const NUMBERS = 256;

export interface SubnetIpv6 extends SubnetRequest {
  /** Which of the 256 parts of its network's block it is to have; the first free one, or none. */
  readonly part: number | 'any' | 'none';
  /** The block of its network that is meant, where that is said. */
  readonly within?: string | undefined;
}

/** Gives a subnet a numbered part of its network's IPv6 block, or takes it away. */
export const switchSubnetIpv6 = verb(
  [
    getSubnet,
    requireIpv6,
    vpcFaults.ipv6NotFound,
    subnetFaults.noRoom,
    assignSubnetBlocks,
    takeSubnetBlocks,
  ],
  async (scope: Scope, request: SubnetIpv6): Promise<void> => {
    const { subnet, part, within } = request;
    const { vpc: key, ipv6Block, region } = await getSubnet(scope, request);
    const asked = { vpc: key, region };
    if (part === 'none') {
      if (ipv6Block !== '') await takeSubnetBlocks(scope, { ...asked, blocks: [{ subnet }] });
      return;
    }
    if (part === 'any' && ipv6Block !== '') return;
    await requireIpv6(scope, asked);
    const vpc = await getVpc(scope, asked);
    if ((within ?? vpc.ipv6Block) !== vpc.ipv6Block) throw vpcFaults.ipv6NotFound({ vpc: key });
    const whole = keptIpv6Block(vpc.ipv6Block);
    const blockOf = (number: number) => formatIpv6Block(ipv6BlockWithin(whole, BITS, number));
    const number = part === 'any' ? await freePart(scope, key, blockOf) : part;
    const block = blockOf(number);
    if (block === ipv6Block) return;
    await assignSubnetBlocks(scope, { ...asked, blocks: [{ subnet, block }] });
  },
);

async function freePart(
  { db }: Scope,
  vpc: string,
  blockOf: (number: number) => string,
): Promise<number> {
  const taken = new Set((await ipv6BlocksOf(db, vpc)).map(({ ipv6_block: block }) => block));
  for (let number = 0; number < NUMBERS; number += 1) {
    if (!taken.has(blockOf(number))) return number;
  }
  throw subnetFaults.noRoom({ vpc, bits: BITS });
}
