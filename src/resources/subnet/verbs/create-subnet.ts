import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { limitOf } from '../../quota/quota.ts';
import { findZone } from '../../region/region.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import type { Vpc } from '../../vpc/vpc.ts';
import { addSubnet } from '../add-subnet.ts';
import { cidrOf } from '../cidr-of-row.ts';
import { maskWithin, type MaskLimits } from '../cidr-rules.ts';
import { containsCidr, overlaps, parseCidr, type Cidr } from '../cidr.ts';
import { subnetFaults } from '../faults.ts';
import { freeBlock } from '../free-block.ts';
import { requireCarried } from '../require-carried.ts';
import type { Subnet } from '../subnet.ts';
import { subnetsByVpcs } from '../table.ts';

export interface NewSubnetRequest {
  readonly vpc: Key<'vpc'>;
  /** The region of the network; any that the asker sees where not given. */
  readonly region?: string | undefined;
  readonly zone: string;
  /** A block of addresses, or the mask of one that is to be found. */
  readonly block: { readonly cidr: string } | { readonly bits: number };
  readonly mask: MaskLimits;
  readonly name: string | null;
  readonly description: string;
  readonly tags: readonly Tag[];
}

/** Makes a subnet of a network, with all its addresses free. */
export const createSubnet = verb(
  [
    getVpc,
    holdVpc,
    subnetFaults.zoneNotInRegion,
    subnetFaults.cidrMalformed,
    subnetFaults.maskNotAllowed,
    subnetFaults.outsideVpc,
    requireCarried,
    subnetFaults.conflict,
    subnetFaults.noRoom,
    subnetFaults.quotaExceeded,
  ],
  async (scope: Scope, request: NewSubnetRequest): Promise<Subnet> => {
    const { db, account } = scope;
    const { zone, name, description, tags } = request;
    const given =
      'cidr' in request.block ? checkedBlock(request.block.cidr, request.mask) : undefined;
    const vpc = await getVpc(scope, request);
    if (findZone(zone)?.region !== vpc.region) throw subnetFaults.zoneNotInRegion({ zone });
    await holdVpc(scope, vpc.key);
    const siblings = await db.all(subnetsByVpcs, { vpcs: [vpc.key] });
    const limit = await limitOf(scope, 'subnetsPerVpcMax');
    const taken = siblings.map(({ key, cidr }) => ({ key, block: cidrOf(cidr) }));
    const block = given ?? foundBlock(vpc, 'bits' in request.block ? request.block.bits : 0, taken);
    if (!blocksOf(vpc).some((one) => containsCidr(one, block))) {
      throw subnetFaults.outsideVpc({ ...shown(request), vpc: vpc.key });
    }
    requireCarried(scope, { zone, block });
    const other = taken.find((one) => overlaps(one.block, block));
    if (other !== undefined) throw subnetFaults.conflict({ ...shown(request), subnet: other.key });
    if (siblings.filter((one) => one.is_default === 0).length >= limit) {
      throw subnetFaults.quotaExceeded({ vpc: vpc.key, limit });
    }
    const added = { zone, block, name, description, isDefault: false };
    const subnet = await addSubnet(scope, vpc, added);
    await saveTags(db, { account, kind: 'subnet', resources: [subnet.key] }, tags);
    return subnet;
  },
);

function blocksOf({ cidr, details }: Vpc): readonly Cidr[] {
  return [cidr, ...details.extraBlocks].map(cidrOf);
}

function checkedBlock(text: string, mask: MaskLimits): Cidr {
  const block = parseCidr(text);
  if (block === undefined) throw subnetFaults.cidrMalformed({ cidr: text });
  if (!maskWithin(block, mask)) throw subnetFaults.maskNotAllowed({ cidr: text });
  return block;
}

function foundBlock(vpc: Vpc, bits: number, taken: ReadonlyArray<{ readonly block: Cidr }>): Cidr {
  const blocks = taken.map((one) => one.block);
  for (const within of blocksOf(vpc)) {
    const found = freeBlock(within, bits, blocks);
    if (found !== undefined) return found;
  }
  throw subnetFaults.noRoom({ vpc: vpc.key, bits });
}

function shown({ block }: NewSubnetRequest): { readonly cidr?: string } {
  return 'cidr' in block ? { cidr: block.cidr } : {};
}
