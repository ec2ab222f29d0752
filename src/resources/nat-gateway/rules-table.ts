import type { Key } from '#kernel/key.ts';
import type { DnatRuleRow, NewDnatRuleRow, SnatRuleRow } from '#store/schema/nat-gateway.ts';
import type { Flag } from '#store/table.ts';
import { statement } from '#store/statement.ts';
import { listing } from '../listing/listing.ts';
import { within } from '../listing/narrowings.ts';

interface OfGateways {
  readonly gateways: ReadonlyArray<Key<'nat-gateway'>>;
}

interface OfKeys<Kind extends string> {
  readonly keys: ReadonlyArray<Key<Kind>>;
}

export const snatRulesOfGateways = statement<OfGateways>()((db, p) =>
  db.selectFrom('snat_rules').selectAll().where('gateway', 'in', p.gateways).orderBy('seq'),
);

/** The public addresses of rules, in the order of each. */
export const snatAddressesOf = statement<OfKeys<'snat-rule'>>()((db, p) =>
  db.selectFrom('snat_addresses').selectAll().where('rule', 'in', p.keys).orderBy('position'),
);

export const snatRulesWithAddresses = statement<{
  readonly addresses: ReadonlyArray<Key<'elastic-address'>>;
}>()((db, p) =>
  db.selectFrom('snat_addresses').select(['rule', 'address']).where('address', 'in', p.addresses),
);

export const snatRuleOfSource = statement<{ readonly source: string }>()((db, p) =>
  db.selectFrom('snat_rules').select('key').where('source', '=', p.source).limit(1),
);

export const changeSnatRuleRow = statement<{
  readonly key: string;
  readonly name: string | null;
  readonly description: string;
  readonly sticky: Flag;
}>()((db, p) =>
  db
    .updateTable('snat_rules')
    .set({ name: p.name, description: p.description, is_sticky: p.sticky })
    .where('key', '=', p.key),
);

export const deleteSnatAddresses = statement<OfKeys<'snat-rule'>>()((db, p) =>
  db.deleteFrom('snat_addresses').where('rule', 'in', p.keys),
);

export const deleteSnatRows = statement<OfKeys<'snat-rule'>>()((db, p) =>
  db.deleteFrom('snat_rules').where('key', 'in', p.keys),
);

export const dnatRulesOfGateways = statement<OfGateways>()((db, p) =>
  db.selectFrom('dnat_rules').selectAll().where('gateway', 'in', p.gateways).orderBy('seq'),
);

export const dnatRulesWithAddresses = statement<{
  readonly addresses: ReadonlyArray<Key<'elastic-address'>>;
}>()((db, p) =>
  db.selectFrom('dnat_rules').select(['key', 'address']).where('address', 'in', p.addresses),
);

export const changeDnatRuleRow = statement<
  { readonly rule: Key<'dnat-rule'> } & Omit<
    NewDnatRuleRow,
    'key' | 'account' | 'region' | 'zone' | 'vpc' | 'gateway' | 'created_at'
  >
>()((db, p) =>
  db
    .updateTable('dnat_rules')
    .set({
      protocol: p.protocol,
      address: p.address,
      public_ip: p.public_ip,
      public_port: p.public_port,
      private_ip: p.private_ip,
      private_port: p.private_port,
      name: p.name,
      description: p.description,
    })
    .where('key', '=', p.rule),
);

export const deleteDnatRows = statement<OfKeys<'dnat-rule'>>()((db, p) =>
  db.deleteFrom('dnat_rules').where('key', 'in', p.keys),
);

/** What a rule for what leaves must be like; the values of one field are alternatives. */
export interface SnatRuleFilter {
  readonly keys?: ReadonlyArray<Key<'snat-rule'>> | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly gateways?: ReadonlyArray<Key<'nat-gateway'>> | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly cidrs?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly descriptions?: readonly string[] | undefined;
}

export const snatRuleListing = listing<SnatRuleFilter, SnatRuleRow>('snat_rules', {
  keys: within('key', 'few'),
  zones: within('zone', 'scan'),
  gateways: within('gateway', 'few'),
  sources: within('source', 'scan'),
  cidrs: within('cidr', 'scan'),
  names: within('name', 'scan'),
  descriptions: within('description', 'scan'),
});

/** What a rule for what arrives must be like; the values of one field are alternatives. */
export interface DnatRuleFilter {
  readonly keys?: ReadonlyArray<Key<'dnat-rule'>> | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly gateways?: ReadonlyArray<Key<'nat-gateway'>> | undefined;
  readonly vpcs?: ReadonlyArray<Key<'vpc'>> | undefined;
  readonly protocols?: ReadonlyArray<DnatRuleRow['protocol']> | undefined;
  readonly publicAddresses?: readonly number[] | undefined;
  readonly publicPorts?: readonly string[] | undefined;
  readonly privateAddresses?: readonly number[] | undefined;
  readonly privatePorts?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly descriptions?: readonly string[] | undefined;
}

export const dnatRuleListing = listing<DnatRuleFilter, DnatRuleRow>('dnat_rules', {
  keys: within('key', 'few'),
  zones: within('zone', 'scan'),
  gateways: within('gateway', 'few'),
  vpcs: within('vpc', 'scan'),
  protocols: within('protocol', 'scan'),
  publicAddresses: within('public_ip', 'scan'),
  publicPorts: within('public_port', 'scan'),
  privateAddresses: within('private_ip', 'scan'),
  privatePorts: within('private_port', 'scan'),
  names: within('name', 'scan'),
  descriptions: within('description', 'scan'),
});
