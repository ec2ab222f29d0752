import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { NewSnatRuleRow } from '#store/schema/nat-gateway.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { natGatewayFaults } from '../faults.ts';
import { namedAddresses } from '../gateway-addresses.ts';
import type { NatGateway } from '../nat-gateway.ts';
import type { SnatRule, SnatSource } from '../rules.ts';
import { snatRuleFaults } from '../snat-faults.ts';
import { checkedSource } from '../snat-source.ts';
import { dnatRulesOf, snatRulesOf } from '../usage.ts';
import { formatAddress } from '../../subnet/cidr.ts';
import { holdNatGateway, type NatGatewayRequest } from './get-nat-gateway.ts';

export interface NewSnatRule extends Pick<SnatRule, 'name' | 'description' | 'sticky'> {
  readonly source: Omit<SnatSource, 'cidr'> & { readonly cidr?: string | undefined };
  readonly addresses: readonly number[];
}

export interface NewSnatRules extends NatGatewayRequest {
  readonly rules: readonly NewSnatRule[];
}

/** Adds rules for what leaves, all of them or none; answers their keys in the order asked for. */
export const createSnatRules = verb(
  [
    holdNatGateway,
    checkedSource,
    snatRuleFaults.quotaExceeded,
    snatRuleFaults.sourceTaken,
    snatRuleFaults.cidrTaken,
    snatRuleFaults.addressMissing,
    snatRuleFaults.usedByDnat,
    natGatewayFaults.addressElsewhere,
  ],
  async (scope: Scope, request: NewSnatRules): Promise<ReadonlyArray<Key<'snat-rule'>>> => {
    const { db, account, now, cloud } = scope;
    const gateway = await holdNatGateway(scope, request);
    const present = (await snatRulesOf(db, [gateway.key])).get(gateway.key) ?? [];
    const limit = await limitOf(scope, 'snatRulesPerGatewayMax');
    if (present.length + request.rules.length > limit) {
      throw snatRuleFaults.quotaExceeded({ limit });
    }
    const sources = present.map(({ source }) => source);
    const rows: NewSnatRuleRow[] = [];
    for (const { source: asked, addresses, ...rule } of request.rules) {
      const source = await checkedSource(scope, gateway, asked);
      refuseTaken(source, sources);
      sources.push(source);
      const key = newKey(cloud.random);
      rows.push({
        key,
        account,
        region: gateway.region,
        zone: gateway.zone,
        gateway: gateway.key,
        source_kind: source.kind,
        source: source.key,
        cidr: source.cidr,
        name: rule.name,
        description: rule.description,
        is_sticky: rule.sticky ? 1 : 0,
        created_at: now,
      });
      await linkAddresses(scope, gateway, { rule: key, addresses });
    }
    await db.insert('snat_rules', rows);
    return rows.map(({ key }) => key);
  },
);

function refuseTaken({ kind, key, cidr }: SnatSource, present: readonly SnatSource[]): void {
  if (kind !== 'block' && present.some((one) => one.key === key)) {
    throw snatRuleFaults.sourceTaken({ cidr });
  }
  if (present.some((one) => one.cidr === cidr)) throw snatRuleFaults.cidrTaken({ cidr });
}

/** Lets public addresses of the gateway stand for what a rule is for. */
export async function linkAddresses(
  scope: Scope,
  gateway: NatGateway,
  { rule, addresses }: { readonly rule: string; readonly addresses: readonly number[] },
): Promise<void> {
  if (addresses.length === 0) throw snatRuleFaults.addressMissing();
  const named = await namedAddresses(scope, gateway, [...new Set(addresses)]);
  const arriving = (await dnatRulesOf(scope.db, [gateway.key])).get(gateway.key) ?? [];
  const taken = named.find(({ key }) =>
    arriving.some(({ address, protocol }) => address === key && protocol === 'any'),
  );
  if (taken !== undefined) {
    throw snatRuleFaults.usedByDnat({ address: formatAddress(taken.address) });
  }
  await scope.db.insert(
    'snat_addresses',
    named.map(({ key: address }, position) => ({ rule, address, position })),
  );
}
