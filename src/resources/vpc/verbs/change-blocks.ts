import { limitOf } from '../../quota/quota.ts';
import { destinationsOfVpc } from '../../route-table/usage.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { cidrOf } from '../../subnet/cidr-of-row.ts';
import { containsCidr, formatCidr, overlaps, parseCidr, type Cidr } from '../../subnet/cidr.ts';
import { subnetBlocks } from '../../subnet/usage.ts';
import { verb } from '../../verb.ts';
import { checkVpcCidr, type VpcCidrRule } from '../cidr-rule.ts';
import { vpcFaults } from '../faults.ts';
import type { Vpc } from '../vpc.ts';
import { getVpc, type VpcRequest } from './get-vpc.ts';
import { holdVpc } from './hold-vpc.ts';
import { writeVpc } from './modify-vpc.ts';

export interface BlockChange extends VpcRequest {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly rule: VpcCidrRule;
}

/** Why a change of blocks is refused, whether it is made or looked at alone. */
export const blockChangeRefusals = [
  getVpc,
  vpcFaults.cidrMalformed,
  vpcFaults.cidrNotAllowed,
  vpcFaults.maskNotAllowed,
  vpcFaults.blockTwice,
  vpcFaults.blockNotFound,
  vpcFaults.blockInUse,
  vpcFaults.blocksExceeded,
] as const;

/** Gives a network more blocks beside its first one, or takes some away that no subnet is in. */
export const changeBlocks = verb(
  [...blockChangeRefusals, holdVpc, vpcFaults.blockOverlaps, vpcFaults.blockRouted],
  async (scope: Scope, request: BlockChange): Promise<Vpc> => {
    const added = request.add.map((text) => checkVpcCidr(text, request.rule));
    const removed = request.remove.map(blockNamed);
    refuseTwice([...added, ...removed]);
    const { key } = await getVpc(scope, request);
    await holdVpc(scope, key);
    const vpc = await getVpc(scope, request);
    const left = await without(scope, vpc, removed);
    const all = [...left];
    for (const block of added) {
      checkDisjoint(block, [cidrOf(vpc.cidr), ...all]);
      all.push(block);
    }
    await checkUnrouted(scope, vpc, added);
    const limit = await limitOf(scope, 'blocksPerVpcMax');
    if (all.length > limit) throw vpcFaults.blocksExceeded({ vpc: key, limit });
    const changed: Vpc = { ...vpc, details: { ...vpc.details, extraBlocks: all.map(formatCidr) } };
    await writeVpc(scope, changed);
    return changed;
  },
);

/** A block of those that a network has. @throws vpc.cidrMalformed */
export function blockNamed(text: string): Cidr {
  const block = parseCidr(text);
  if (block === undefined) throw vpcFaults.cidrMalformed({ cidr: text });
  return block;
}

/** @throws vpc.blockTwice */
export function refuseTwice(blocks: readonly Cidr[]): void {
  const seen = new Set<string>();
  for (const cidr of blocks.map(formatCidr)) {
    if (seen.has(cidr)) throw vpcFaults.blockTwice({ cidr });
    seen.add(cidr);
  }
}

/** The blocks that are left. @throws vpc.blockNotFound, vpc.blockInUse */
export async function without(
  { db }: ReadScope,
  { key, details }: Vpc,
  removed: readonly Cidr[],
): Promise<readonly Cidr[]> {
  const subnets = removed.length === 0 ? [] : await subnetBlocks(db, key);
  for (const block of removed) {
    const cidr = formatCidr(block);
    if (!details.extraBlocks.includes(cidr)) throw vpcFaults.blockNotFound({ vpc: key, cidr });
    if (subnets.some((subnet) => containsCidr(block, subnet))) {
      throw vpcFaults.blockInUse({ vpc: key, cidr });
    }
  }
  const gone = new Set(removed.map(formatCidr));
  return details.extraBlocks.filter((cidr) => !gone.has(cidr)).map(cidrOf);
}

function checkDisjoint(block: Cidr, others: readonly Cidr[]): void {
  const other = others.find((one) => overlaps(one, block));
  if (other === undefined) return;
  throw vpcFaults.blockOverlaps({ cidr: formatCidr(block), other: formatCidr(other) });
}

/** @throws vpc.blockRouted where a route of the network leads addresses of a block elsewhere */
async function checkUnrouted({ db }: Scope, { key }: Vpc, blocks: readonly Cidr[]): Promise<void> {
  const destinations = blocks.length === 0 ? [] : await destinationsOfVpc(db, key);
  for (const block of blocks) {
    const routed = destinations.find((one) => containsCidr(block, cidrOf(one)));
    if (routed !== undefined) {
      throw vpcFaults.blockRouted({ cidr: formatCidr(block), destination: routed });
    }
  }
}
