/** One more use of something that a second allows `rate` times. */
export interface BucketUse {
  readonly name: string;
  readonly rate: number;
}

/**
 * Buckets that hold one second's worth of uses and fill up evenly. The processes of a store share
 * them; like nonces they survive a killed process, not necessarily a power cut.
 */
export interface Buckets {
  /** Whether one was left, which it then takes. `now` is in milliseconds of one clock. */
  take(use: BucketUse, now: number): boolean | Promise<boolean>;
}
