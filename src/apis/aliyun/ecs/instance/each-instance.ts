import type { BatchContext, WriteContext } from '#apis/context.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { requireInstances } from '#resources/instance/require.ts';
import { unexpiredInstance } from './named-instance.ts';
import { statusOf } from './words.ts';

const INSTANCES_MAX = 100;

/** InstanceId.N of what is done to several instances: what is laid over it. */
export const someInstances = {
  min: 1,
  max: INSTANCES_MAX,
  reasons: { count: instanceFaults.tooManyNamed },
} as const;

/** What is laid over what the operations have in common that power several instances. */
export const batchFields = {
  InstanceId: someInstances,
  BatchOptimization: { values: ['AllTogether', 'SuccessFirst'], default: 'AllTogether' },
} as const;

interface BatchAsked {
  readonly InstanceId: readonly string[];
  readonly BatchOptimization: 'AllTogether' | 'SuccessFirst';
}

interface Shown {
  readonly PreviousStatus: string;
  readonly CurrentStatus: string;
}

const UNKNOWN: Shown = { PreviousStatus: '', CurrentStatus: '' };
const DONE = { Code: '200', Message: 'success' } as const;

/**
 * Does the work for all instances or none (AllTogether), or for each by itself (SuccessFirst), and
 * answers what became of each. @throws WireFault where all or none are refused
 */
export async function eachInstance(
  context: BatchContext,
  { InstanceId, BatchOptimization }: BatchAsked,
  work: (scope: WriteContext, keys: readonly string[]) => Promise<void>,
) {
  const keys = [...new Set(InstanceId)];
  const shown = new Map<string, Shown>();
  const attempt = (some: readonly string[]) =>
    context.attempt(async (scope) => {
      for (const key of some) {
        const status = statusOf(await unexpiredInstance(scope, key, scope.region));
        shown.set(key, { PreviousStatus: status, CurrentStatus: status });
      }
      await work(scope, some);
      for (const instance of await requireInstances(scope, some, scope.region)) {
        const { PreviousStatus } = shown.get(instance.key) ?? UNKNOWN;
        shown.set(instance.key, { PreviousStatus, CurrentStatus: statusOf(instance) });
      }
    });
  if (BatchOptimization === 'AllTogether') {
    const refused = await attempt(keys);
    if (refused !== undefined) throw refused;
    return keys.map((key) => ({ InstanceId: key, ...DONE, ...(shown.get(key) ?? UNKNOWN) }));
  }
  return Promise.all(
    keys.map(async (key) => {
      const refused = await attempt([key]);
      const said = refused === undefined ? DONE : { Code: refused.code, Message: refused.message };
      return { InstanceId: key, ...said, ...(shown.get(key) ?? UNKNOWN) };
    }),
  );
}
