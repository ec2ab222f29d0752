import type { Key } from '#kernel/key.ts';
import type { TagFilter } from '../tag/tag.ts';

/**
 * What instances are asked for. Every list given narrows; the values within one widen. What is
 * undefined is not asked for.
 */
export interface InstanceQuery {
  /** Null: in every region. */
  readonly region: string | null;
  readonly keys?: ReadonlyArray<Key<'instance'>> | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly states?: readonly string[] | undefined;
  readonly notStates?: readonly string[] | undefined;
  /** Whether something is known to be wrong with its machine. */
  readonly faulty?: boolean | undefined;
  readonly names?: readonly string[] | undefined;
  /** Patterns of `containing`, and the like of them with `\` as the escape. */
  readonly namePatterns?: readonly string[] | undefined;
  /** Which of those without a name match the patterns too: all, or those of some keys. */
  readonly nameless?: 'all' | readonly string[] | undefined;
  readonly types?: readonly string[] | undefined;
  readonly notTypes?: readonly string[] | undefined;
  /** As `namePatterns`. */
  readonly typePatterns?: readonly string[] | undefined;
  readonly images?: ReadonlyArray<Key<'image'>> | undefined;
  readonly vpcs?: ReadonlyArray<Key<'vpc'>> | undefined;
  readonly subnets?: ReadonlyArray<Key<'subnet'>> | undefined;
  readonly securityGroups?: ReadonlyArray<Key<'security-group'>> | undefined;
  /** Names of key pairs that open them. */
  readonly keyPairNames?: readonly string[] | undefined;
  readonly placementGroups?: ReadonlyArray<Key<'placement-group'>> | undefined;
  readonly hpcClusters?: ReadonlyArray<Key<'hpc-cluster'>> | undefined;
  readonly hosts?: ReadonlyArray<Key<'host'>> | undefined;
  readonly dedicatedHosts?: ReadonlyArray<Key<'dedicated-host'>> | undefined;
  readonly chargeTypes?: readonly string[] | undefined;
  readonly projects?: readonly number[] | undefined;
  readonly privateAddresses?: readonly number[] | undefined;
  /** IPv6 ones of their primary interfaces, in their shortest form. */
  readonly ipv6Addresses?: readonly string[] | undefined;
  /** Whether they have a private address at all. */
  readonly addressed?: boolean | undefined;
  readonly publicAddresses?: readonly number[] | undefined;
  /** Elastic ones. */
  readonly elasticAddresses?: readonly number[] | undefined;
  /** Private or public ones. */
  readonly addresses?: readonly number[] | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
  /** Cloud milliseconds, both included. */
  readonly createdFrom?: number | undefined;
  readonly createdTo?: number | undefined;
  /** Cloud milliseconds, both included; one that never expires does not match. */
  readonly expiresFrom?: number | undefined;
  readonly expiresTo?: number | undefined;
  readonly internetChargeTypes?: readonly string[] | undefined;
  readonly metadataEndpoints?: readonly string[] | undefined;
  readonly metadataTokens?: readonly string[] | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly renewals?: readonly string[] | undefined;
  /** By whom it was put away. */
  readonly isolatedBy?: readonly string[] | undefined;
  /** Behind the instance of this `seq` in the list, as the next page wants it. */
  readonly before?: number | undefined;
  /** Nothing can match: an id or a word that is nobody's was asked for. */
  readonly nothing?: true | undefined;
}
