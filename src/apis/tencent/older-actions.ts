import type { Action, Answered } from '#wire/action.ts';
import type { InferIn, InferOut } from '#wire/infer.ts';
import type { StructureShape } from '#wire/shape.ts';
import { type Given, withDefaults } from '#wire/with-defaults.ts';

/** An action of API 3.0, as far as an older one is made from it. */
export interface Today<I extends StructureShape, O extends StructureShape> extends Omit<
  Action,
  'handle'
> {
  readonly input: I;
  readonly output: O;
  handle(context: never, input: InferIn<I>, ...prepared: never[]): Answered<O>;
}

/** How an older action differs from the one of API 3.0. */
export interface Older<
  I extends StructureShape,
  O extends StructureShape,
  TodayI extends StructureShape,
  TodayO extends StructureShape,
> {
  readonly name?: string;
  readonly input?: I;
  readonly output?: O;
  /** Its input as API 3.0 would have it; the same fields where this is not given. */
  readonly asked?: (input: InferIn<I>) => Given<TodayI>;
  /** The answer of API 3.0 as the older page has it; less of it where this is not given. */
  readonly shown?: (answer: InferOut<TodayO>, input: InferIn<I>) => InferOut<O>;
}

/**
 * An action of API 3.0 as an older generation has it too: what differs is told, the rest stays.
 * What the older page does not take has the default of API 3.0.
 */
export function sameAs<
  const TodayI extends StructureShape,
  const TodayO extends StructureShape,
  const I extends StructureShape = TodayI,
  const O extends StructureShape = TodayO,
>(today: Today<TodayI, TodayO>, older: Older<I, O, TodayI, TodayO> = {}): Action {
  const { asked, shown, ...described } = older;
  const inputOf = (input: InferIn<I>): InferIn<TodayI> =>
    withDefaults(today.input, asked === undefined ? (input as never) : asked(input));
  const { prepare } = today;
  return {
    ...today,
    ...described,
    ...(prepare !== undefined && {
      prepare: (context: never, input: InferIn<I>) => prepare(context, inputOf(input) as never),
    }),
    handle: async (context: never, input: InferIn<I>, ...prepared: never[]) => {
      const answer = await today.handle(context, inputOf(input), ...prepared);
      return shown === undefined ? answer : shown(answer as InferOut<TodayO>, input);
    },
  };
}
