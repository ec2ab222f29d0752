import type { NetworkInterfaceRow, NewNetworkInterface } from '#store/schema/network-interface.ts';
import type { NetworkInterface } from './network-interface.ts';

/** What is in a column as it is, by its name there. */
const plain = {
  key: 'key',
  account: 'account',
  region: 'region',
  zone: 'zone',
  vpc: 'vpc',
  subnet: 'subnet',
  instance: 'instance',
  deviceIndex: 'device_index',
  address: 'address',
  note: 'note',
  quality: 'quality',
  state: 'state',
  name: 'name',
  description: 'description',
  resourceGroup: 'resource_group',
  createdAt: 'created_at',
  attachedAt: 'attached_at',
  generation: 'generation',
  version: 'version',
  operation: 'operation',
  operationState: 'operation_state',
  operationRequest: 'operation_request',
  operationError: 'operation_error',
} as const satisfies Partial<Record<keyof NetworkInterface, keyof NetworkInterfaceRow>>;

type PlainName = keyof typeof plain;
const plainNames = Object.keys(plain) as readonly PlainName[];

/** A new interface: the store numbers it. */
export type NewlyMadeInterface = Omit<NetworkInterface, 'seq'>;
type Values = Readonly<Record<string, string | number | null>>;

/** The columns of what is given of an interface, and no others. */
export function interfaceColumnsOf(given: Partial<NewlyMadeInterface>): Values {
  const values: Record<string, string | number | null> = {};
  for (const name of plainNames) {
    const value = given[name];
    if (value !== undefined) values[plain[name]] = value;
  }
  const { isPrimary, deleteWithInstance, own } = given;
  if (isPrimary !== undefined) values['is_primary'] = isPrimary ? 1 : 0;
  if (deleteWithInstance !== undefined) {
    values['delete_with_instance'] = deleteWithInstance ? 1 : 0;
  }
  if (own !== undefined) values['own'] = Object.keys(own).length === 0 ? null : JSON.stringify(own);
  return values;
}

/** The row of a new interface. */
export function newInterfaceRowOf(made: NewlyMadeInterface): NewNetworkInterface {
  return interfaceColumnsOf(made) as unknown as NewNetworkInterface;
}

/** An interface as its row says. */
export function interfaceOf(row: NetworkInterfaceRow): NetworkInterface {
  const found: Record<string, unknown> = { seq: row.seq };
  for (const name of plainNames) found[name] = row[plain[name]];
  return {
    ...(found as unknown as Pick<NetworkInterface, PlainName | 'seq'>),
    isPrimary: row.is_primary === 1,
    deleteWithInstance: row.delete_with_instance === 1,
    own: row.own === null ? {} : (JSON.parse(row.own) as NetworkInterface['own']),
  };
}

/** What of an interface is its own from its beginning, unless something else is said. */
export const plainInterface = {
  isPrimary: false,
  instance: null,
  deviceIndex: null,
  note: null,
  quality: null,
  state: 'available',
  name: null,
  description: null,
  deleteWithInstance: false,
  resourceGroup: null,
  attachedAt: null,
  own: {},
  generation: 1,
  version: 1,
  operation: null,
  operationState: null,
  operationRequest: null,
  operationError: null,
} as const satisfies Partial<NewlyMadeInterface>;
