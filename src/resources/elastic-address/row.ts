import type { ElasticAddressRow, NewElasticAddress } from '#store/schema/elastic-address.ts';
import type { AddressHolder, AddressInternet, ElasticAddress } from './elastic-address.ts';

/** A new address: the store numbers it. */
export type NewlyHeld = Omit<ElasticAddress, 'seq'>;

/** What may change of an address, as its columns. */
export function addressColumnsOf(address: NewlyHeld) {
  const { holder, internet, prepaid, own } = address;
  return {
    kind: address.kind,
    key: address.key,
    holder_kind: holder?.kind ?? null,
    holder: holder?.key ?? null,
    private_ip: holder?.kind === 'network-interface' ? holder.privateAddress : null,
    bound_at: address.boundAt,
    name: address.name,
    description: address.description,
    internet_charge_type: internet?.chargeType ?? null,
    out_mbps: internet?.outMbps ?? null,
    bandwidth_package: address.package,
    period: prepaid?.months ?? null,
    renewal: prepaid?.renewal ?? null,
    expires_at: address.expiresAt,
    renewal_day: address.renewalDay,
    resource_group: address.resourceGroup,
    protected: address.protected ? 1 : 0,
    own: Object.keys(own).length === 0 ? null : JSON.stringify(own),
  } as const;
}

export type AddressColumns = ReturnType<typeof addressColumnsOf>;

export function newAddressRowOf(address: NewlyHeld): NewElasticAddress {
  return {
    ...addressColumnsOf(address),
    account: address.account,
    region: address.region,
    address: address.address,
    created_at: address.createdAt,
    version: address.version,
  };
}

/** What of an address is so from its beginning, unless something else is said. */
export const plainAddress = {
  kind: 'elastic',
  holder: null,
  boundAt: null,
  name: null,
  description: null,
  internet: null,
  package: null,
  prepaid: null,
  expiresAt: null,
  renewalDay: null,
  resourceGroup: null,
  protected: false,
  own: {},
  version: 1,
} as const satisfies Partial<NewlyHeld>;

/** An address as its row says. */
export function elasticAddressOf(row: ElasticAddressRow): ElasticAddress {
  return {
    seq: row.seq,
    key: row.key,
    account: row.account,
    region: row.region,
    address: row.address,
    kind: row.kind,
    holder: holderOf(row),
    boundAt: row.bound_at,
    name: row.name,
    description: row.description,
    internet: internetOf(row),
    package: row.bandwidth_package,
    prepaid: row.period === null ? null : { months: row.period, renewal: row.renewal ?? 'manual' },
    expiresAt: row.expires_at,
    renewalDay: row.renewal_day,
    resourceGroup: row.resource_group,
    protected: row.protected === 1,
    own: row.own === null ? {} : (JSON.parse(row.own) as ElasticAddress['own']),
    createdAt: row.created_at,
    version: row.version,
  };
}

function holderOf({ holder_kind: kind, holder: key, ...row }: ElasticAddressRow) {
  if (kind === null || key === null) return null;
  const holder = kind === 'network-interface' ? { privateAddress: row.private_ip ?? 0 } : {};
  return { kind, key, ...holder } as AddressHolder;
}

function internetOf(row: ElasticAddressRow): AddressInternet | null {
  const { internet_charge_type: chargeType, out_mbps: outMbps } = row;
  if (chargeType === null || outMbps === null) return null;
  return { chargeType: chargeType as AddressInternet['chargeType'], outMbps };
}
