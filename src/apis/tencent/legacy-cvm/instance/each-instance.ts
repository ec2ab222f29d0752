import type { BatchContext, WriteContext } from '#apis/context.ts';
import type { Action } from '#wire/action.ts';
import { integer, list, record, string, structure } from '#wire/builders.ts';
import type { InferIn, InferOut } from '#wire/infer.ts';
import type { StructureShape } from '#wire/shape.ts';
import { cloudFailed, legacyRefusal, operationFailed } from '#wire/tencent/legacy-refusal.ts';
import type { WireFault } from '#wire/wire-fault.ts';
import { instanceKeyOf } from '../../legacy/ids.ts';
import { asToday, type Given, type Today } from '../../older-actions.ts';

const IDS_MAX = 100;
const ID_CHARACTERS_MAX = 64;

/**
 * instanceIds of an operation. They are read one by one, since one that names nothing is refused
 * for itself; as many as the next generation takes (seed 004 L44108), where these pages are silent.
 */
export const instanceIdsMeant = list(string({ max: ID_CHARACTERS_MAX, idOf: 'instance' }), {
  required: true,
  min: 1,
  max: IDS_MAX,
});

/** The answer of a batch (L51490-51554): what became of each, under its id as it was written. */
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
 * An action of API 3.0 that this generation does to each instance for itself: `input` are the
 * parameters it has besides, `asked` what API 3.0 calls them.
 */
export function toEachInstance<
  const TodayI extends StructureShape,
  const TodayO extends StructureShape,
  const I extends StructureShape,
>(
  today: Today<TodayI, TodayO>,
  older: {
    readonly name: string;
    readonly input: I;
    readonly asked: (input: InferIn<I>) => Omit<Given<TodayI>, 'InstanceIds'>;
  },
): Action {
  const { name, input, asked } = older;
  return {
    mode: 'batch',
    name,
    input: { ...input, fields: { ...input.fields, instanceIds: instanceIdsMeant } },
    output: batchAnswer,
    handle: (context: BatchContext, given: InferIn<I> & Named) =>
      eachInstance(context, given.instanceIds, async (scope, key) => {
        const wanted = { InstanceIds: [key], ...asked(given) };
        await today.handle(scope as never, asToday(today.input, wanted as never));
      }),
  };
}

interface Named {
  readonly instanceIds: readonly string[];
}

/**
 * Does the work for each instance in a transaction of its own, once where it is named twice.
 * @throws WireFault where nothing was done and it was for none of the instances
 */
export async function eachInstance(
  context: BatchContext,
  ids: readonly string[],
  work: (scope: WriteContext, key: string) => Promise<void>,
): Promise<InferOut<typeof batchAnswer>> {
  const keys = new Set(ids.map(instanceKeyOf));
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
    const refused = refusals.get(instanceKeyOf(id));
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
