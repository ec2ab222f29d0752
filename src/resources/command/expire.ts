import type { Tx } from '#store/store.ts';
import { deleteOldInvocations } from './table.ts';

/** How long it is told how a command went (Alibaba's page on limits: four weeks). */
const KEPT_MS = 28 * 86_400_000;

/** Forgets up to `most` invocations that are too old; answers how many. */
export function expireInvocations(tx: Tx, now: number, most: number): Promise<number> {
  return deleteOldInvocations(tx, { before: now - KEPT_MS, most });
}
