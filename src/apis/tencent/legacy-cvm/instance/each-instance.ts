import type { BatchContext, WriteContext } from '#apis/context.ts';
import type { Action } from '#wire/action.ts';
import { list, string } from '#wire/builders.ts';
import type { InferIn, InferOut } from '#wire/infer.ts';
import type { StructureShape } from '#wire/shape.ts';
import { batchAnswer, eachNamed } from '../../legacy/each-named.ts';
import { instanceKeyOf } from '../../legacy/ids.ts';
import { type Given, withDefaults } from '#wire/with-defaults.ts';
import type { Today } from '../../older-actions.ts';

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
        await today.handle(scope as never, withDefaults(today.input, wanted as never));
      }),
  };
}

interface Named {
  readonly instanceIds: readonly string[];
}

/** Does the work for each instance that is named. @throws WireFault as `eachNamed` does */
export function eachInstance(
  context: BatchContext,
  ids: readonly string[],
  work: (scope: WriteContext, key: string) => Promise<void>,
): Promise<InferOut<typeof batchAnswer>> {
  return eachNamed(context, { ids, keyOf: instanceKeyOf }, work);
}
