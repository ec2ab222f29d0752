import type { BatchContext, WriteContext } from '#apis/context.ts';
import { integer, record, string, structure } from '#wire/builders.ts';
import type { InferOut } from '#wire/infer.ts';
import { cloudFailed, legacyRefusal, operationFailed } from '#wire/tencent/legacy-refusal.ts';
import type { WireFault } from '#wire/wire-fault.ts';

/** The answer of a batch (seed 004 L51490-51554): what became of each, under its id as written. */
export const batchAnswer = structure({
  code: integer(),
  message: string(),
  codeDesc: string(),
  detail: record(string(), structure({ code: integer(), message: string(), requestId: string() })),
});

const DONE = { code: 0, message: 'success', codeDesc: 'Success' } as const;
const NONE_DONE = {
  code: 5100,
  message: 'None was done: see detail.',
  codeDesc: operationFailed,
} as const;
const SOME_DONE = {
  code: 5400,
  message: 'Some were not: see detail.',
  codeDesc: operationFailed,
} as const;

/**
 * Does the work for each resource that is named in a transaction of its own, once where it is named
 * twice. @throws WireFault where nothing was done and it was for none of them
 */
export async function eachNamed(
  context: BatchContext,
  { ids, keyOf }: { readonly ids: readonly string[]; readonly keyOf: (id: string) => string },
  work: (scope: WriteContext, key: string) => Promise<void>,
): Promise<InferOut<typeof batchAnswer>> {
  const keys = new Set(ids.map(keyOf));
  const refusals = new Map<string, WireFault | undefined>();
  await Promise.all(
    [...keys].map(async (key) => {
      refusals.set(key, await context.attempt((scope) => work(scope, key)));
    }),
  );
  const all = [...refusals.values()];
  const [first] = all;
  if (first !== undefined && all.every((one) => one?.code === cloudFailed)) throw first;
  const { requestId } = context;
  const detail = ids.map((id) => {
    const refused = refusals.get(keyOf(id));
    if (refused === undefined) return [id, { code: 0, message: '', requestId }] as const;
    const { code, message } = legacyRefusal(refused);
    return [id, { code, message, requestId }] as const;
  });
  return { ...outcome(all), detail: Object.fromEntries(detail) };
}

function outcome(refusals: ReadonlyArray<WireFault | undefined>) {
  const refused = refusals.filter((one) => one !== undefined).length;
  if (refused === 0) return DONE;
  return refused === refusals.length ? NONE_DONE : SOME_DONE;
}
