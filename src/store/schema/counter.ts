import type { Selectable } from 'kysely';

/** How much of something an account uses: quotas and unfiltered totals (D6). */
export interface CounterTable {
  account: string;
  scope: string;
  name: string;
  used: number;
}

export type CounterRow = Selectable<CounterTable>;
