/** Requests of one kind a second, counted for all processes of a cloud. */
export interface RateBook {
  /**
   * Whether one more of `bucket` may pass at `now` (milliseconds of the wall clock), where
   * `ratePerSecond` may in a second; true costs one of them.
   */
  take(bucket: string, ratePerSecond: number, now: number): Promise<boolean>;
}
