/** What becomes of what is paid by the hour while the balance of its account is below nothing. */
export interface ArrearsRule {
  /** For how long it runs on, and costs; milliseconds. */
  readonly graceMs: number;
  /** For how long it is kept after that, stopped and without cost, before it is released. */
  readonly keptMs: number;
  /** Whether it can be started again as soon as the balance is not below nothing. */
  readonly comesBack: 'by itself' | 'when asked';
}

/** The rule of the vendor that an instance was launched through. */
export type ArrearsRules = (launchedBy: string) => ArrearsRule;
