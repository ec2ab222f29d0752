import type { BatchContext, WriteContext } from '#apis/context.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { keyPairNamed } from '#resources/key-pair/verbs/require-key-pairs.ts';
import { id, list } from '#wire/builders.ts';
import { countsOf, oneByOne, resultsOf } from '../instance/one-by-one.ts';

/** InstanceIds: a JSON array of up to fifty. */
export const instanceIdsMeant = list(id('instance'), {
  style: 'json',
  required: true,
  min: 1,
  max: 50,
  reasons: { type: instanceFaults.malformed, count: instanceFaults.tooManyNamed },
});

interface Bound {
  readonly instances: readonly string[];
  readonly keyPairs: readonly string[];
  readonly region: string;
  readonly running: 'as-it-is';
  readonly mode: 'soft';
}

/**
 * Binds or unbinds the key pair of a name, for each instance in a transaction of its own, and
 * answers what became of each. @throws WireFault where there is no such key pair
 */
export async function eachInstance(
  context: BatchContext,
  asked: { readonly KeyPairName: string; readonly InstanceIds: readonly string[] },
  work: (scope: WriteContext, bound: Bound) => Promise<void>,
) {
  const { KeyPairName: name, InstanceIds } = asked;
  const { region } = context;
  const absent = await context.attempt(async (scope) => {
    await keyPairNamed(scope, { name, region });
  });
  if (absent !== undefined) throw absent;
  const done = await oneByOne(context, InstanceIds, async (scope, key) => {
    const pair = await keyPairNamed(scope, { name, region });
    const which = { instances: [key], keyPairs: [pair.key], region };
    await work(scope, { ...which, running: 'as-it-is', mode: 'soft' });
  });
  const { TotalCount, FailCount } = countsOf(done);
  const results = resultsOf(done, 'successful');
  return {
    KeyPairName: name,
    TotalCount: String(TotalCount),
    FailCount: String(FailCount),
    Results: results.map((one) => ({ ...one, Success: String(one.Success) })),
  };
}
