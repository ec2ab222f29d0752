import type { AccessKeyTable } from './schema/access-key.ts';
import type { AccountTable } from './schema/account.ts';
import type {
  AddressRangeTable,
  AdvanceAddressTable,
  ReleasedAddressTable,
} from './schema/address-range.ts';
import type { CounterTable } from './schema/counter.ts';
import type { DiskTable } from './schema/disk.ts';
import type { HostTable } from './schema/host.ts';
import type { ImageTable } from './schema/image.ts';
import type { InboxTable } from './schema/inbox.ts';
import type { InstanceSecurityGroupTable } from './schema/instance-security-group.ts';
import type { InstanceTable } from './schema/instance.ts';
import type { MetaTable } from './schema/meta.ts';
import type { OrderTable } from './schema/order.ts';
import type { PublicAddressTable } from './schema/public-address.ts';
import type { SecurityGroupTable } from './schema/security-group.ts';
import type { SubnetTable } from './schema/subnet.ts';
import type { TagTable } from './schema/tag.ts';
import type { TokenTable } from './schema/token.ts';
import type { VpcTable } from './schema/vpc.ts';
import type { WorkflowTable } from './schema/workflow.ts';

/** Every table, by its name in the database. Times are milliseconds since 1970. */
export interface Schema {
  access_keys: AccessKeyTable;
  accounts: AccountTable;
  address_ranges: AddressRangeTable;
  advance_addresses: AdvanceAddressTable;
  counters: CounterTable;
  disks: DiskTable;
  hosts: HostTable;
  images: ImageTable;
  inbox: InboxTable;
  instance_security_groups: InstanceSecurityGroupTable;
  instances: InstanceTable;
  meta: MetaTable;
  orders: OrderTable;
  public_addresses: PublicAddressTable;
  released_addresses: ReleasedAddressTable;
  security_groups: SecurityGroupTable;
  subnets: SubnetTable;
  tags: TagTable;
  tokens: TokenTable;
  vpcs: VpcTable;
  workflows: WorkflowTable;
}
