import { documentOf } from '#store/document.ts';
import type { NewVpc, VpcRow } from '#store/schema/vpc.ts';

/** A private network. It is there at once: nothing of it takes time. */
export interface Vpc {
  readonly key: string;
  readonly account: string;
  readonly region: string;
  readonly name: string | null;
  /** One IPv4 block, such as 10.0.0.0/16. */
  readonly cidr: string;
  /** One IPv6 block, such as 2001:db8:0:100::/56; '' where it has none. */
  readonly ipv6Block: string;
  /** The one of its region in which instances land that name none (D15). */
  readonly isDefault: boolean;
  /** Cloud milliseconds. */
  readonly createdAt: number;
  readonly details: VpcDetails;
}

/** What is told of a network as it was given, and has no effect of its own. */
export interface VpcDetails {
  readonly description: string;
  readonly dnsServers: readonly string[];
  readonly domainName: string;
  readonly multicast: boolean;
  readonly dnsHostNames: boolean;
  readonly publishesRoutes: boolean;
  readonly publishesRoutesIpv6: boolean;
  /** Blocks of public addresses that its user treats as private. */
  readonly userCidrs: readonly string[];
  /** Whether instances of the classic network may be linked; there are none. */
  readonly classicLink: boolean;
  /** Whether its IPv4 traffic reaches the internet through a gateway of its own alone. */
  readonly hasCentralInternet: boolean;
  /** IPv4 blocks that the network has beside its first one. */
  readonly extraBlocks: readonly string[];
  /** The vendor's id of a resource group: we have no such groups, and keep what was said. */
  readonly resourceGroup: string;
}

/** Where nothing was given. */
export const noVpcDetails: VpcDetails = {
  description: '',
  dnsServers: [],
  domainName: '',
  multicast: false,
  dnsHostNames: false,
  publishesRoutes: false,
  publishesRoutesIpv6: false,
  userCidrs: [],
  classicLink: false,
  hasCentralInternet: false,
  extraBlocks: [],
  resourceGroup: '',
};

/** The network of a row. */
export function vpcOf(row: Omit<VpcRow, 'seq'>): Vpc {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    name: row.name,
    cidr: row.cidr,
    ipv6Block: row.ipv6_block,
    isDefault: row.is_default === 1,
    createdAt: row.created_at,
    details: {
      ...documentOf(row.doc, noVpcDetails),
      resourceGroup: row.resource_group ?? noVpcDetails.resourceGroup,
    },
  };
}

/** The row of a new network. */
export function vpcRow(vpc: Vpc): NewVpc {
  const { resourceGroup, ...details } = vpc.details;
  return {
    key: vpc.key,
    account: vpc.account,
    region: vpc.region,
    name: vpc.name,
    cidr: vpc.cidr,
    ipv6_block: vpc.ipv6Block,
    is_default: vpc.isDefault ? 1 : 0,
    state: 'available',
    resource_group: resourceGroup,
    created_at: vpc.createdAt,
    doc: JSON.stringify(details),
  };
}
