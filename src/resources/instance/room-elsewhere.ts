import type { Tx } from '#store/store.ts';
import type { Cloud } from '../cloud.ts';
import type { Scope } from '../scope.ts';
import type { Instance } from './instance.ts';
import { holdElsewhere } from './type-change-room.ts';

/** Books room on another host for an instance that has to leave its own; why there is none. */
export function roomElsewhereOf(cloud: Cloud) {
  return async (db: Tx, instance: Instance, now: number): Promise<string | undefined> => {
    const { account, type: name, cpu, memoryMiB } = instance;
    const scope: Scope = { db, account, now, cloud, sees: () => true, requestId: '' };
    const held = await holdElsewhere(scope, instance, { name, cpu, memoryMiB });
    return 'host' in held ? undefined : held.reason;
  };
}
