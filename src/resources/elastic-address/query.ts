import type { Key } from '#kernel/key.ts';
import type { TagFilter } from '../tag/tag.ts';
import type { AddressKind, HolderKind } from './elastic-address.ts';

/** What addresses are asked for. Every list given narrows; the values within one widen. */
export interface AddressQuery {
  readonly keys?: ReadonlyArray<Key<'elastic-address'>> | undefined;
  readonly addresses?: readonly number[] | undefined;
  readonly kinds?: readonly AddressKind[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly namePart?: string | undefined;
  /** Null among them is: bound to nothing. */
  readonly holderKinds?: ReadonlyArray<HolderKind | null> | undefined;
  readonly bound?: boolean | undefined;
  readonly instances?: ReadonlyArray<Key<'instance'>> | undefined;
  /** Interfaces that hold one themselves, or whose instance does. */
  readonly interfaces?: ReadonlyArray<Key<'network-interface'>> | undefined;
  readonly holders?: readonly string[] | undefined;
  readonly privateAddresses?: readonly number[] | undefined;
  readonly packages?: ReadonlyArray<Key<'bandwidth-package'>> | undefined;
  readonly chargeTypes?: readonly string[] | undefined;
  readonly paidInAdvance?: boolean | undefined;
  /** Null among them is: in no group of its own. */
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  /** Cloud milliseconds, both included. */
  readonly createdFrom?: number | undefined;
  readonly createdTo?: number | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
  /** Asked for what no address has. */
  readonly nothing?: true | undefined;
}
