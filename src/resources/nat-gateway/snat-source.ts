import { addressedInstances } from '../instance/usage.ts';
import type { ReadScope } from '../scope.ts';
import { containsCidr, formatCidr, parseAddress, parseCidr } from '../subnet/cidr.ts';
import { getSubnet } from '../subnet/verbs/get-subnet.ts';
import { verb } from '../verb.ts';
import type { NatGateway } from './nat-gateway.ts';
import type { SnatSource } from './rules.ts';
import { snatRuleFaults } from './snat-faults.ts';

type AskedSource = Omit<SnatSource, 'cidr'> & { readonly cidr?: string | undefined };

/** Whose packets a rule is to be for, as its network has it. */
export const checkedSource = verb(
  [
    getSubnet,
    snatRuleFaults.sourceMalformed,
    snatRuleFaults.sourceOutside,
    snatRuleFaults.sourceNoMachine,
  ],
  async (scope: ReadScope, gateway: NatGateway, asked: AskedSource): Promise<SnatSource> => {
    const { kind, key } = asked;
    if (kind === 'subnet') return { kind, key, cidr: await blockOfSubnet(scope, gateway, asked) };
    const { cidr = '' } = asked;
    if (kind === 'block') return { kind, key: '', cidr: normalised(cidr) };
    const address = parseAddress(cidr);
    if (address === undefined) throw snatRuleFaults.sourceMalformed({ cidr });
    const { db, account, sees } = scope;
    const named = { account, vpc: gateway.vpc, key: '', address };
    const there = await db.all(addressedInstances, named);
    if (!there.some(({ zone }) => sees(zone))) {
      throw snatRuleFaults.sourceNoMachine({ address: cidr });
    }
    return { kind, key, cidr };
  },
);

/** The block of a subnet of the gateway's network, or a part of it. */
async function blockOfSubnet(
  scope: ReadScope,
  { vpc, region }: NatGateway,
  { key: subnet, cidr: part }: AskedSource,
): Promise<string> {
  const { cidr, vpc: its } = await getSubnet(scope, { subnet, region });
  if (its !== vpc) throw snatRuleFaults.sourceOutside({ cidr });
  const [whole, wanted] = [parseCidr(cidr), part === undefined ? undefined : parseCidr(part)];
  if (part === undefined || whole === undefined) return cidr;
  if (wanted === undefined || !containsCidr(whole, wanted)) {
    throw snatRuleFaults.sourceMalformed({ cidr: part });
  }
  return formatCidr(wanted);
}

function normalised(text: string): string {
  const block = parseCidr(text.includes('/') ? text : `${text}/32`);
  if (block === undefined) throw snatRuleFaults.sourceMalformed({ cidr: text });
  return formatCidr(block);
}
