import { parseProvocation } from '#drivers/simulator/parse-provocation.ts';
import type { Simulator } from '#drivers/simulator/simulator.ts';
import { namesOfTheCloud } from './names-of-the-cloud.ts';

/** What an operator may do to the simulator; input and answers as JSON. */
export interface SimulatorSurface {
  show(): unknown;
  /** What is provoked, by the cloud's own names. @throws Error that says what is wrong. */
  provoke(provocation: unknown): unknown;
  /** How many were in force. */
  clear(): number;
}

/** The surface over a simulator; what is provoked is checked first. */
export function simulatorSurface(simulator: Simulator): SimulatorSurface {
  return {
    show: () => ({
      configuration: simulator.configuration,
      provocations: simulator.provocations(),
    }),
    provoke(given) {
      const provocation = parseProvocation(given, namesOfTheCloud);
      simulator.provoke(provocation);
      return provocation;
    },
    clear() {
      const { length } = simulator.provocations();
      simulator.clearProvocations();
      return length;
    },
  };
}
