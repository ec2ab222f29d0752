import type { Log } from '#kernel/log.ts';
import type { IncusConfiguration } from './configuration.ts';
import type { Engine } from './engine.ts';
import type { EngineNetwork } from './networks.ts';

/** What carrying out a verb takes. */
export interface IncusContext {
  readonly engine: Engine;
  readonly configuration: IncusConfiguration;
  /** Of this cloud, so that two clouds on one server leave each other's machines alone. */
  readonly cloud: string;
  readonly log: Log;
  /** Whether the server is a cluster: then calls name members. */
  readonly isClustered: boolean;
  /** Of the server that is asked: its only host where it is no cluster. */
  readonly serverName: string;
  /** The text of a sealed password. */
  openPassword(sealed: string): string;
  /**
   * Sees to it that nothing gets in at a new machine before its rules are there; nothing to see to
   * where none are held.
   */
  closeAddress(machine: {
    readonly key: string;
    readonly address: string;
    /** Whether it is on its way there from another address, which is its own until it is there. */
    readonly isMoving?: boolean;
  }): Promise<void>;
  /** As they were read last. */
  networks(): readonly EngineNetwork[];
}

/** The query that sends a call to a member; none where there are no members. */
export function targetOf(
  { isClustered }: Pick<IncusContext, 'isClustered'>,
  member: string,
): { target?: string } {
  return isClustered ? { target: member } : {};
}
