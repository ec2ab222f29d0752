import type { FaultMaker, Reason } from '#kernel/fault.ts';
import { ParameterFault } from '#wire/parameter-fault.ts';
import type { Reasons } from '#wire/shape.ts';

/** The same reason whatever is wrong with a value that is there. */
export function always(reason: Reason): Reasons {
  return {
    type: reason,
    range: reason,
    length: reason,
    pattern: reason,
    value: reason,
    malformed: reason,
  };
}

/** Of a parameter that has to be there. */
export function missing(at: string): ParameterFault {
  return new ParameterFault(undefined, { constraint: 'missing', at, problem: 'is missing' });
}

/** What a request must not be, each with the reason that refuses it. */
export type Refusals<Asked> = ReadonlyArray<
  readonly [is: (asked: Asked) => boolean, make: FaultMaker]
>;

/** Refuses for the first reason that applies. @throws Fault */
export function refuseWhere<Asked>(asked: Asked, refusals: Refusals<NoInfer<Asked>>): void {
  const found = refusals.find(([is]) => is(asked));
  if (found !== undefined) throw found[1]();
}
