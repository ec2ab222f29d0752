import type { Key } from '#kernel/key.ts';
import type { TagFilter } from '../tag/tag.ts';
import type { DiskState } from './states.ts';

/**
 * What disks are asked for. Every list given narrows; the values within one widen. What is asked of
 * the instance is of the one that the disk is attached to.
 */
export interface DiskQuery {
  readonly keys?: ReadonlyArray<Key<'disk'>> | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly instances?: ReadonlyArray<Key<'instance'>> | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly notCategories?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly deleteWithInstance?: boolean | undefined;
  readonly encrypted?: boolean | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
  /** Cloud milliseconds, included. */
  readonly createdFrom?: number | undefined;
  /** Cloud milliseconds, included. */
  readonly createdTo?: number | undefined;
  /** As they are shown. */
  readonly states?: readonly DiskState[] | undefined;
  readonly notStates?: readonly DiskState[] | undefined;
  readonly portable?: boolean | undefined;
  readonly snapshots?: ReadonlyArray<Key<'snapshot'>> | undefined;
  readonly autoSnapshot?: boolean | undefined;
  readonly deleteAutoSnapshot?: boolean | undefined;
  /** Whether they are attached to an instance. */
  readonly attached?: boolean | undefined;
  /** Automatic snapshot policies, of which one at least is bound to them. */
  readonly policies?: ReadonlyArray<Key<'auto-snapshot-policy'>> | undefined;
  /** Whether a policy is bound to them. */
  readonly hasPolicy?: boolean | undefined;
  /** By whom the instance was put away. */
  readonly instanceIsolatedBy?: readonly string[] | undefined;
  readonly instanceNames?: readonly string[] | undefined;
  /** Their own, or that of the instance that they came with. */
  readonly chargeTypes?: readonly string[] | undefined;
  readonly projects?: readonly number[] | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  /** Private or public ones. */
  readonly instanceAddresses?: readonly number[] | undefined;
  /** Nothing can match: a word that is true of no disk was asked for. */
  readonly nothing?: true | undefined;
}
