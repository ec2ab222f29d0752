import type { Key } from '#kernel/key.ts';
import type { ActionTimerRow } from '#store/schema/action-timer.ts';

/** The release of an instance at a time that was set for it. */
export interface ActionTimer {
  /** A UUID. */
  readonly key: string;
  readonly instance: Key<'instance'>;
  /** Cloud milliseconds. */
  readonly at: number;
  readonly state: ActionTimerRow['state'];
}

/** The timer of a row. */
export function actionTimerOf({ key, instance, act_at, state }: ActionTimerRow): ActionTimer {
  return { key, instance, at: act_at, state };
}
