import { ParameterFault } from '#wire/parameter-fault.ts';

/** Of a parameter that has to be there. */
export function missing(at: string): ParameterFault {
  return new ParameterFault(undefined, { constraint: 'missing', at, problem: 'is missing' });
}
