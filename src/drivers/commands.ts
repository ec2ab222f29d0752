/** A script for the guest of a machine. */
export interface GuestScript {
  /** Under which the guest does it once, however often it is told. */
  readonly key: string;
  /** Base64. */
  readonly content: string;
  /** '' for the home of the user. */
  readonly directory: string;
  /** '' for the administrator. */
  readonly user: string;
  readonly timeoutSeconds: number;
  /** Whether it is to be ended where it runs, and not begun where it does not. */
  readonly isStopped: boolean;
}

export type CommandReport =
  | { readonly state: 'running'; readonly pollAfterMs: number }
  | {
      readonly state: 'ended';
      readonly end: 'exited' | 'timeout' | 'stopped';
      readonly exitCode: number;
      /** Base64 of its first bytes. */
      readonly output: string;
      /** How many bytes more there were. */
      readonly dropped: number;
    }
  | {
      readonly state: 'refused';
      readonly problem: 'user-unknown' | 'directory-unknown' | 'guest-silent';
    };

/** Scripts in guests. */
export interface DriverCommands {
  /**
   * Begins a script in the guest of a running machine, or looks how far it is. Idempotent by its
   * key. @throws Error where the engine does not answer
   */
  run(
    machine: { readonly key: string },
    script: GuestScript,
    call: { readonly beganAt: number; readonly now: number },
  ): Promise<CommandReport>;
}

/** What is kept of an output (Alibaba's page of DescribeInvocations: 24 KB). */
export const OUTPUT_BYTES_MAX = 24_576;
