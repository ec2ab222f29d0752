import type { InferIn, InferOut } from './infer.ts';
import type { StructureShape } from './shape.ts';

/** What a use case tells of itself: the reasons (`noun.what`) for which it may refuse. */
export interface Refuses {
  readonly raises: readonly string[];
}

interface Description<I extends StructureShape, O extends StructureShape> {
  readonly name: string;
  /** Tencent's X-TC-Region: needed, taken, or of no meaning; Alibaba's is an ordinary parameter. */
  readonly region?: 'required' | 'optional' | 'none';
  /** Documented requests a second of one principal in one region. */
  readonly ratePerSecond: number;
  readonly input: I;
  readonly output: O;
  /** The parameter holding the client's token, which makes a repetition answer as the first did. */
  readonly token?: keyof I['fields'] & string;
  /** The parameter that asks for every check and no effect. */
  readonly dryRun?: keyof I['fields'] & string;
  /** The use cases it stands on; their refusals are the ones it has to have words for. */
  readonly uses?: readonly Refuses[];
}

export interface ReadAction<
  Context,
  I extends StructureShape,
  O extends StructureShape,
> extends Description<I, O> {
  readonly mode: 'read';
  handle(context: Context, input: InferIn<I>): Promise<InferOut<O>>;
}

export interface WriteAction<
  Contexts extends WriteContexts,
  I extends StructureShape,
  O extends StructureShape,
  Prepared,
> extends Description<I, O> {
  readonly mode: 'write';
  /**
   * What takes longer than a transaction may (keys, hashes; D2), once before it. A request whose
   * token was used already is answered without.
   */
  prepare?(context: Contexts['before'], input: InferIn<I>): Promise<Prepared>;
  /** Runs inside one transaction, possibly more than once; it awaits nothing but the store (D2). */
  handle(context: Contexts['within'], input: InferIn<I>, prepared: Prepared): Promise<InferOut<O>>;
}

/** What a changing action knows before its transaction, and within it. */
interface WriteContexts {
  readonly before: unknown;
  readonly within: unknown;
}

export interface BatchAction<
  Context,
  I extends StructureShape,
  O extends StructureShape,
> extends Description<I, O> {
  readonly mode: 'batch';
  /** Opens a transaction for each thing it does: what is refused of one leaves the others done. */
  handle(context: Context, input: InferIn<I>): Promise<InferOut<O>>;
}

/** An action of which only the description is known: what the pipeline and the folds work on. */
export interface Action<Context = never> extends Description<StructureShape, StructureShape> {
  readonly mode: 'read' | 'write' | 'batch';
  prepare?(context: Context, input: never): Promise<unknown>;
  handle(context: Context, input: never, ...prepared: never[]): Promise<unknown>;
}

/** The three ways to define an action for the contexts of a server. */
export function actionsOf<ReadContext, Contexts extends WriteContexts, BatchContext = never>() {
  return {
    /** An action that only looks. */
    read<const I extends StructureShape, const O extends StructureShape>(
      spec: Omit<ReadAction<ReadContext, I, O>, 'mode'>,
    ): ReadAction<ReadContext, I, O> {
      return { mode: 'read', ...spec };
    },
    /** An action that changes something, in one transaction. */
    write<const I extends StructureShape, const O extends StructureShape, Prepared = undefined>(
      spec: Omit<WriteAction<Contexts, I, O, Prepared>, 'mode'>,
    ): WriteAction<Contexts, I, O, Prepared> {
      return { mode: 'write', ...spec };
    },
    /** An action that changes several things, each in a transaction of its own. */
    batch<const I extends StructureShape, const O extends StructureShape>(
      spec: Omit<BatchAction<BatchContext, I, O>, 'mode'>,
    ): BatchAction<BatchContext, I, O> {
      return { mode: 'batch', ...spec };
    },
  };
}
