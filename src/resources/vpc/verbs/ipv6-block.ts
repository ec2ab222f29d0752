import type { Scope } from '../../scope.ts';
import type { Ipv6Kind } from '../../subnet/ipv6-narrowings.ts';
import {
  formatIpv6Block,
  ipv6BlockWithin,
  keptIpv6Block,
  type Ipv6Block,
} from '../../subnet/ipv6.ts';
import { ipv6BlocksOf } from '../../subnet/usage.ts';
import { verb } from '../../verb.ts';
import { vpcFaults } from '../faults.ts';
import { vpcNumber } from '../table.ts';
import type { Vpc } from '../vpc.ts';
import { getVpc, type VpcRequest } from './get-vpc.ts';
import { holdVpc } from './hold-vpc.ts';
import { writeVpc } from './modify-vpc.ts';

/** From where blocks are given: of documentation (RFC 3849), or unique in a site (RFC 4193). */
const ranges: Readonly<Record<Ipv6Kind, string>> = {
  global: '2001:db8::/32',
  local: 'fd59:756e::/32',
};

const BITS = 56;

export interface Ipv6Request extends VpcRequest {
  readonly kind?: Ipv6Kind | undefined;
}

/** Gives a network an IPv6 block of 2^72 addresses, of which it has one at most. */
export const assignIpv6Block = verb(
  [getVpc, holdVpc, vpcFaults.ipv6BlocksExceeded],
  async (scope: Scope, request: Ipv6Request): Promise<Vpc> => {
    const vpc = await heldVpc(scope, request);
    if (vpc.ipv6Block !== '') throw vpcFaults.ipv6BlocksExceeded({ vpc: vpc.key, limit: 1 });
    const block = await blockOf(scope, vpc, request.kind ?? 'global');
    const changed = { ...vpc, ipv6Block: formatIpv6Block(block) };
    await writeVpc(scope, changed);
    return changed;
  },
);

export interface Ipv6Return extends VpcRequest {
  /** The block that is to go; the one that there is where not given. */
  readonly block?: string | undefined;
}

/** Takes the IPv6 block from a network, of which no subnet has a part any more. */
export const takeIpv6Block = verb(
  [getVpc, holdVpc, vpcFaults.ipv6NotFound, vpcFaults.ipv6InUse],
  async (scope: Scope, request: Ipv6Return): Promise<void> => {
    const vpc = await heldVpc(scope, request);
    const { block = vpc.ipv6Block } = request;
    if (vpc.ipv6Block === '' || block !== vpc.ipv6Block) {
      throw vpcFaults.ipv6NotFound({ vpc: vpc.key });
    }
    const used = await ipv6BlocksOf(scope.db, vpc.key);
    if (used.length > 0) throw vpcFaults.ipv6InUse({ vpc: vpc.key });
    await writeVpc(scope, { ...vpc, ipv6Block: '' });
  },
);

/** Gives a network an IPv6 block, or takes it away: it may be as it is to be already. */
export const switchIpv6 = verb(
  [assignIpv6Block, takeIpv6Block],
  async (scope: Scope, request: VpcRequest & { readonly has: boolean }): Promise<void> => {
    const { ipv6Block } = await getVpc(scope, request);
    if (request.has === (ipv6Block !== '')) return;
    if (request.has) await assignIpv6Block(scope, request);
    else await takeIpv6Block(scope, request);
  },
);

async function heldVpc(scope: Scope, request: VpcRequest): Promise<Vpc> {
  const { key } = await getVpc(scope, request);
  await holdVpc(scope, key);
  return getVpc(scope, request);
}

/** No two networks have one number, so no two have one block. */
async function blockOf({ db }: Scope, { key }: Vpc, kind: Ipv6Kind): Promise<Ipv6Block> {
  const range = keptIpv6Block(ranges[kind]);
  const row = await db.first(vpcNumber, { key });
  const number = row?.seq ?? 0;
  if (number < 1 || number >= 2 ** (BITS - range.bits)) {
    throw new Error(`The network ${key} has the number ${number}, for which there is no block.`);
  }
  return ipv6BlockWithin(range, BITS, number);
}
