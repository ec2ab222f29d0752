import { ownTables } from '#store/own-tables.ts';
import type { Schema } from '#store/schema.ts';
import type { Table, Tables } from '#store/table.ts';
import { accountFlagNoun } from './account-flag/noun.ts';
import { accountNoun } from './account/noun.ts';
import { actionTimerNoun } from './action-timer/noun.ts';
import { addressNoun } from './address/noun.ts';
import { autoSnapshotPolicyNoun } from './auto-snapshot-policy/noun.ts';
import { bandwidthNoun } from './bandwidth/noun.ts';
import { bandwidthPackageNoun } from './bandwidth-package/noun.ts';
import { blobNoun } from './blob/noun.ts';
import { dedicatedHostClusterNoun } from './dedicated-host-cluster/noun.ts';
import { dedicatedHostNoun } from './dedicated-host/noun.ts';
import { commandNoun } from './command/noun.ts';
import { consoleNoun } from './console/noun.ts';
import { dhcpOptionSetNoun } from './dhcp-option-set/noun.ts';
import { diskBackupNoun } from './disk-backup/noun.ts';
import { diskNoun } from './disk/noun.ts';
import { elasticAddressNoun } from './elastic-address/noun.ts';
import { faultsAlone } from './faults-alone.ts';
import { haVipNoun } from './ha-vip/noun.ts';
import { hostedServerNoun } from './hosted-server/noun.ts';
import { hostNoun } from './host/noun.ts';
import { importedImageNoun } from './image/imported-noun.ts';
import { imageNoun } from './image/noun.ts';
import { inboxNoun } from './inbox/noun.ts';
import { instanceNoun } from './instance/noun.ts';
import { instanceTypeNoun } from './instance-type/noun.ts';
import { ipv4GatewayNoun, ipv6GatewayNoun } from './internet-gateway/noun.ts';
import { ipv6BandwidthNoun } from './ipv6-bandwidth/noun.ts';
import { keyPairNoun } from './key-pair/noun.ts';
import { launchTemplateNoun } from './launch-template/noun.ts';
import { ledgerNoun } from './ledger/noun.ts';
import { dnatRuleNoun } from './nat-gateway/dnat-noun.ts';
import { natGatewayNoun } from './nat-gateway/noun.ts';
import { snatRuleNoun } from './nat-gateway/snat-noun.ts';
import { networkAclNoun } from './network-acl/noun.ts';
import { networkAclRuleNoun } from './network-acl/rule-noun.ts';
import type { LimitBy, Noun } from './noun.ts';
import { networkInterfaceNoun } from './network-interface/noun.ts';
import { operationNoun } from './operation/noun.ts';
import { orderNoun } from './order/noun.ts';
import { reservedAddressNoun } from './reserved-address/noun.ts';
import { resourceGroupNoun } from './resource-group/noun.ts';
import { parameterTemplateNoun } from './parameter-template/noun.ts';
import { prefixListNoun } from './prefix-list/noun.ts';
import { quotaNoun } from './quota/noun.ts';
import { requestNoun } from './request/noun.ts';
import { roleNoun } from './role/noun.ts';
import { routeNoun } from './route-table/route-noun.ts';
import { routeTableNoun } from './route-table/noun.ts';
import { securityGroupNoun } from './security-group/noun.ts';
import { securityGroupRuleNoun } from './security-group-rule/noun.ts';
import { snapshotGroupNoun } from './snapshot-group/noun.ts';
import { snapshotNoun } from './snapshot/noun.ts';
import { subnetNoun } from './subnet/noun.ts';
import { systemEventNoun } from './system-event/noun.ts';
import { tagNoun } from './tag/noun.ts';
import { taskNoun } from './task/noun.ts';
import { vpcNoun } from './vpc/noun.ts';

/** Every noun of the domain, one line each. */
const declared = [
  accountFlagNoun,
  accountNoun,
  actionTimerNoun,
  addressNoun,
  autoSnapshotPolicyNoun,
  bandwidthNoun,
  bandwidthPackageNoun,
  blobNoun,
  dedicatedHostClusterNoun,
  dedicatedHostNoun,
  commandNoun,
  consoleNoun,
  dhcpOptionSetNoun,
  diskBackupNoun,
  diskNoun,
  dnatRuleNoun,
  elasticAddressNoun,
  haVipNoun,
  reservedAddressNoun,
  ipv6BandwidthNoun,
  hostNoun,
  hostedServerNoun,
  imageNoun,
  importedImageNoun,
  inboxNoun,
  instanceNoun,
  instanceTypeNoun,
  ipv4GatewayNoun,
  ipv6GatewayNoun,
  keyPairNoun,
  launchTemplateNoun,
  ledgerNoun,
  natGatewayNoun,
  networkAclNoun,
  networkAclRuleNoun,
  networkInterfaceNoun,
  operationNoun,
  orderNoun,
  parameterTemplateNoun,
  prefixListNoun,
  quotaNoun,
  requestNoun,
  resourceGroupNoun,
  roleNoun,
  routeNoun,
  routeTableNoun,
  securityGroupNoun,
  securityGroupRuleNoun,
  snapshotGroupNoun,
  snapshotNoun,
  snatRuleNoun,
  subnetNoun,
  systemEventNoun,
  tagNoun,
  taskNoun,
  vpcNoun,
] as const satisfies readonly Noun[];

type Declared = (typeof declared)[number];

/** The same for those to whom all nouns are alike. */
export const nouns: readonly Noun[] = declared;

type TableName =
  Extract<Declared, { tables: object }> extends infer N
    ? N extends { tables: infer T }
      ? keyof T
      : never
    : never;

/** Every table, in the order of the alphabet; one that no noun has does not compile. */
export const tables: Tables = tablesOf(declared);

function tablesOf(
  all: readonly Noun[],
): Readonly<Record<TableName | keyof typeof ownTables, Table>> {
  const named = all.flatMap((noun) => Object.entries(noun.tables ?? {}));
  const sorted = [...named, ...Object.entries(ownTables)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted) as Readonly<Record<keyof Schema, Table>>;
}

type With<Facet extends keyof Noun> = Extract<Declared, { readonly [F in Facet]: unknown }>;

/** The faults of every noun, by its name in their reasons: what each vendor has words for. */
export const faultNouns = { ...faultsAlone, ...faultsOf(declared) };

type FaultNouns = { readonly [N in With<'faults'> as N['name']]: N['faults'] };

function faultsOf(all: readonly Noun[]): FaultNouns {
  const withFaults = all.filter(({ faults }) => faults !== undefined);
  return Object.fromEntries(withFaults.map(({ name, faults }) => [name, faults])) as FaultNouns;
}

/** The nouns that vendors have ids for. */
export const namesWithIds = nouns.filter(({ hasIds }) => hasIds === true).map(({ name }) => name);

/** The nouns whose resources may have tags. */
export type TaggedKind = With<'tagged'>['name'];

type LimitName =
  With<'limits'> extends infer N ? (N extends { limits: infer L } ? keyof L : never) : never;

/** How many of something an account may have, by the name of the limit. */
export type Limits = { readonly [Name in LimitName]: number };

/** Where and by what charge type an account may have a limit of its own. */
export const limitsBy: { readonly [name: string]: readonly LimitBy[] } = Object.fromEntries(
  nouns.flatMap((noun) => Object.entries(noun.limitsBy ?? {})),
);

/** What holds where nothing is configured. */
export const defaultLimits = Object.assign({}, ...nouns.map(({ limits }) => limits)) as Limits;
