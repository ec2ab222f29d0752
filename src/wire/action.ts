import type { InferIn, InferOut } from './infer.ts';
import { type FieldsPatch, type OverlaidFields, overlay } from './overlay.ts';
import type { Rule, Shape, StructureShape } from './shape.ts';

interface Description<I extends StructureShape, O extends StructureShape> {
  readonly name: string;
  /** X-TC-Region, or Alibaba's RegionId: needed unless it is said that it is not. */
  readonly region?: 'required' | 'optional' | 'none';
  readonly input: I;
  readonly output: O;
  /**
   * The parameter holding the client's token, which makes a repetition answer as the first did:
   * ClientToken, where nothing is said.
   */
  readonly token?: keyof I['fields'] & string;
  /**
   * The parameter that asks for every check and no effect: DryRun, where nothing is said; undefined
   * where it asks for something else.
   */
  readonly dryRun?: (keyof I['fields'] & string) | undefined;
}

/** What a handler answers: nothing, where no field of the answer is needed. */
export type Answered<O extends StructureShape> = Promise<
  Record<never, never> extends InferOut<O> ? InferOut<O> | void : InferOut<O>
>;

export interface ReadAction<
  Context,
  I extends StructureShape,
  O extends StructureShape,
> extends Description<I, O> {
  readonly mode: 'read';
  handle(context: Context, input: InferIn<I>): Answered<O>;
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
  handle(context: Contexts['within'], input: InferIn<I>, prepared: Prepared): Answered<O>;
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
  handle(context: Context, input: InferIn<I>): Answered<O>;
}

/** An action of which only the description is known: what the pipeline and the folds work on. */
export interface Action<Context = never> extends Description<StructureShape, StructureShape> {
  readonly mode: 'read' | 'write' | 'batch';
  prepare?(context: Context, input: never): Promise<unknown>;
  handle(context: Context, input: never, ...prepared: never[]): Promise<unknown>;
}

/** The generated skeleton of an action. */
export interface Model {
  readonly name: string;
  readonly request: StructureShape;
  readonly response: StructureShape;
}

/** Of an action that no model describes. */
interface NoModel extends Model {
  readonly request: NoFields;
  readonly response: NoFields;
}

interface NoFields extends StructureShape {
  readonly fields: Record<never, never>;
}

const NO_FIELDS: NoFields = { kind: 'structure', fields: {} };

/** Patches over a skeleton, or a whole shape that stands in its place. */
type Patches<S extends StructureShape, P> = P extends StructureShape
  ? StructureShape
  : FieldsPatch<S['fields'], P>;

type Patched<S extends StructureShape, P> = P extends StructureShape
  ? P
  : Extract<{ kind: 'structure'; fields: OverlaidFields<S['fields'], P> }, StructureShape>;

interface WrittenOver<M extends Model, I, O> {
  readonly input?: I & Patches<M['request'], I>;
  /** Between the fields of the input. */
  readonly rules?: readonly Rule[];
  readonly output?: O & Patches<M['response'], O>;
}

type Named<M extends Model> =
  | { readonly model: M; readonly name?: never }
  | { readonly model?: never; readonly name: string };

/**
 * An action as it is written: its model, and what is laid over it; without a model its name and
 * shapes. What is not said of a side is as the model has it.
 */
type Written<M extends Model, I, O, A> = Named<M> &
  WrittenOver<M, I, O> &
  Omit<A, 'mode' | 'name' | 'input' | 'output'>;

type None = Record<never, never>;

/** The three ways to define an action for the contexts of a server. */
export function actionsOf<ReadContext, Contexts extends WriteContexts, BatchContext = never>() {
  return {
    /** An action that only looks. */
    read<const I = None, const O = None, M extends Model = NoModel>(
      written: Written<
        M,
        I,
        O,
        ReadAction<ReadContext, Patched<M['request'], I>, Patched<M['response'], O>>
      >,
    ): ReadAction<ReadContext, Patched<M['request'], I>, Patched<M['response'], O>> {
      return { mode: 'read', ...described(written) } as never;
    },
    /** An action that changes something, in one transaction. */
    write<const I = None, const O = None, M extends Model = NoModel, Prepared = undefined>(
      written: Written<
        M,
        I,
        O,
        WriteAction<Contexts, Patched<M['request'], I>, Patched<M['response'], O>, Prepared>
      >,
    ): WriteAction<Contexts, Patched<M['request'], I>, Patched<M['response'], O>, Prepared> {
      return { mode: 'write', ...described(written) } as never;
    },
    /** An action that changes several things, each in a transaction of its own. */
    batch<const I = None, const O = None, M extends Model = NoModel>(
      written: Written<
        M,
        I,
        O,
        BatchAction<BatchContext, Patched<M['request'], I>, Patched<M['response'], O>>
      >,
    ): BatchAction<BatchContext, Patched<M['request'], I>, Patched<M['response'], O>> {
      return { mode: 'batch', ...described(written) } as never;
    },
  };
}

interface AnyWritten {
  readonly model?: Model;
  readonly name?: string;
  readonly input?: object;
  readonly rules?: readonly Rule[];
  readonly output?: object;
}

function described({ model, input, rules, output, ...rest }: AnyWritten): object {
  const asked = patched(model?.request ?? NO_FIELDS, input, rules);
  return {
    name: model?.name,
    token: effective(asked, 'ClientToken'),
    dryRun: effective(asked, 'DryRun'),
    ...rest,
    input: asked,
    output: patched(model?.response ?? NO_FIELDS, output),
  };
}

/** The name of a field that is there and has an effect. */
function effective({ fields }: StructureShape, name: string): string | undefined {
  const field = fields[name];
  return field === undefined || field.deprecated === true ? undefined : name;
}

function patched(
  model: StructureShape,
  patches: object = {},
  rules?: readonly Rule[],
): StructureShape {
  const more = rules && { rules };
  if ('kind' in patches && patches.kind === 'structure') return { ...patches, ...more } as never;
  return overlay(model, patches as Readonly<Record<string, Shape>>, more);
}
