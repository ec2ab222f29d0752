import { maskWithin, type MaskLimits } from '../subnet/cidr-rules.ts';
import { containsCidr, overlaps, parseCidr, type Cidr } from '../subnet/cidr.ts';
import { vpcFaults } from './faults.ts';

/** Which blocks a vendor lets a network have. */
export interface VpcCidrRule {
  /** The block must be within one of these, and its mask within that one's limits. */
  readonly allowed: ReadonlyArray<{ readonly within: Cidr; readonly mask: MaskLimits }>;
  /** And must share no address with any of these. */
  readonly excluded: readonly Cidr[];
}

/** The block that a text names, as the rule wants it. @throws vpcFaults about its cidr or mask */
export function checkVpcCidr(text: string, { allowed, excluded }: VpcCidrRule): Cidr {
  const cidr = parseCidr(text);
  if (cidr === undefined) throw vpcFaults.cidrMalformed({ cidr: text });
  const fitting = allowed.filter(({ within }) => overlaps(within, cidr));
  if (fitting.length === 0) throw vpcFaults.cidrNotAllowed({ cidr: text });
  const one = fitting.find(({ mask }) => maskWithin(cidr, mask));
  if (one === undefined) throw vpcFaults.maskNotAllowed({ cidr: text });
  if (!containsCidr(one.within, cidr)) throw vpcFaults.cidrNotAllowed({ cidr: text });
  if (excluded.some((block) => overlaps(block, cidr))) {
    throw vpcFaults.cidrNotAllowed({ cidr: text });
  }
  return cidr;
}
