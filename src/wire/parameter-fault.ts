import { Fault, type Reason } from '#kernel/fault.ts';
import type { Constraint } from './shape.ts';

/** What is wrong with a parameter, and where. */
interface Broken {
  readonly constraint: Constraint;
  /** Its path, as a message names it: `Placement.Zone`, `DataDisk.2`. */
  readonly at: string;
  /** The end of a sentence about it: `must be 10 to 20`. */
  readonly problem: string;
}

/**
 * A parameter that breaks a constraint of its shape: for the reason that the shape names, else for
 * that of every such constraint.
 */
export class ParameterFault extends Fault {
  readonly constraint: Constraint;

  constructor(own: Reason | undefined, { constraint, at, problem }: Broken) {
    super(own?.reason ?? `parameter.${constraint}`, { at, problem });
    this.name = 'ParameterFault';
    this.constraint = constraint;
  }
}
