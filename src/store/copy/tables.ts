import type { Schema } from '../schema.ts';

/**
 * What a copy takes each table by: the columns of its primary key, in which order its rows are
 * read. A new table does not compile until it is here. Nonces and request rates are no rows of a
 * cloud: they are worth nothing after a few minutes.
 */
export const copiedTables: { readonly [T in keyof Schema]: ReadonlyArray<keyof Schema[T]> } = {
  access_keys: ['seq'],
  accounts: ['seq'],
  address_ranges: ['key'],
  advance_addresses: ['range', 'address'],
  counters: ['account', 'scope', 'name'],
  disks: ['seq'],
  hosts: ['seq'],
  images: ['seq'],
  inbox: ['seq'],
  instance_security_groups: ['security_group', 'instance'],
  instances: ['seq'],
  meta: ['name'],
  orders: ['seq'],
  public_addresses: ['address'],
  released_addresses: ['range', 'address'],
  security_groups: ['seq'],
  subnets: ['seq'],
  tags: ['resource_kind', 'resource', 'name'],
  tokens: ['account', 'scope', 'token'],
  vpcs: ['seq'],
  workflows: ['seq'],
};

/** The names of all of them, in the order of the alphabet. */
export const copiedNames = Object.keys(copiedTables) as ReadonlyArray<keyof Schema>;
