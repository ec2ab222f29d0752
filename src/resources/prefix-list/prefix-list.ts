import type { Key } from '#kernel/key.ts';
import type { NewPrefixListRow, PrefixListRow } from '#store/schema/prefix-list.ts';
import { formatCidr, parseCidr } from '../subnet/cidr.ts';
import { formatIpv6Block, parseIpv6Block } from '../subnet/ipv6.ts';
import { prefixListFaults } from './faults.ts';

export type AddressFamily = 'ipv4' | 'ipv6';

/** Blocks of addresses of one family under one name. */
export interface PrefixList {
  readonly key: Key<'prefix-list'>;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly description: string;
  readonly resourceGroup: string | null;
  readonly family: AddressFamily;
  /** How many entries it may have: fixed when it is made. */
  readonly entriesMax: number;
  readonly entries: readonly PrefixListEntry[];
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

export interface PrefixListEntry {
  readonly cidr: string;
  readonly description: string;
}

/**
 * Entries as they are kept: a single address becomes the block of it, and each block is there once.
 * @throws prefix-list.entryMalformed, prefix-list.entryTwice
 */
export function checkedEntries<Entry extends { readonly cidr: string }>(
  family: AddressFamily,
  entries: readonly Entry[],
): readonly Entry[] {
  const seen = new Set<string>();
  return entries.map((entry) => {
    const cidr = blockOf(family, entry.cidr);
    if (cidr === undefined) throw prefixListFaults.entryMalformed({ cidr: entry.cidr });
    if (seen.has(cidr)) throw prefixListFaults.entryTwice({ cidr });
    seen.add(cidr);
    return { ...entry, cidr };
  });
}

function blockOf(family: AddressFamily, text: string): string | undefined {
  if (family === 'ipv4') {
    const block = parseCidr(text.includes('/') ? text : `${text}/32`);
    return block && formatCidr(block);
  }
  const block = parseIpv6Block(text.includes('/') ? text : `${text}/128`);
  return block && formatIpv6Block(block);
}

/** The prefix list of a row. */
export function prefixListOf(row: Omit<PrefixListRow, 'seq'>): PrefixList {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    name: row.name,
    description: row.description,
    resourceGroup: row.resource_group,
    family: row.family,
    entriesMax: row.entries_max,
    entries: JSON.parse(row.entries) as readonly PrefixListEntry[],
    createdAt: row.created_at,
  };
}

/** The row of a new prefix list. */
export function prefixListRow(list: PrefixList): NewPrefixListRow {
  return {
    key: list.key,
    account: list.account,
    region: list.region,
    name: list.name,
    description: list.description,
    resource_group: list.resourceGroup,
    family: list.family,
    entries_max: list.entriesMax,
    entries: JSON.stringify(list.entries),
    created_at: list.createdAt,
  };
}
