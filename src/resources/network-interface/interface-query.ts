import type { Key } from '#kernel/key.ts';
import type { TagFilter } from '../tag/tag.ts';
import type { AddressQuality, InterfaceState } from './network-interface.ts';

/** What interfaces are asked for. Every list given narrows; the values within one widen. */
export interface InterfaceQuery {
  readonly keys?: ReadonlyArray<Key<'network-interface'>> | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly vpcs?: ReadonlyArray<Key<'vpc'>> | undefined;
  readonly subnets?: ReadonlyArray<Key<'subnet'>> | undefined;
  /** That they are attached to. */
  readonly instances?: ReadonlyArray<Key<'instance'>> | undefined;
  readonly securityGroups?: ReadonlyArray<Key<'security-group'>> | undefined;
  /** Any of their IPv4 addresses. */
  readonly addresses?: readonly number[] | undefined;
  /** Any of their IPv6 addresses, in the shortest form. */
  readonly ipv6Addresses?: readonly string[] | undefined;
  readonly primaryAddresses?: readonly number[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly descriptions?: readonly string[] | undefined;
  readonly qualities?: readonly AddressQuality[] | undefined;
  readonly isPrimary?: readonly boolean[] | undefined;
  readonly states?: readonly InterfaceState[] | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
  /** Public addresses that are bound to one of theirs. */
  readonly publicAddresses?: readonly number[] | undefined;
  /** Not those of instances in one of these states. */
  readonly notInstanceStates?: readonly string[] | undefined;
  /** Nothing can match: an id or a word that is nobody's was asked for. */
  readonly nothing?: true | undefined;
}
