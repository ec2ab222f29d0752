import { parseProvocation } from '#drivers/simulator/parse-provocation.ts';
import type { Simulator } from '#drivers/simulator/simulator.ts';
import { namesOfTheCloud } from './names-of-the-cloud.ts';

/** What an operator may do to the simulator; input and answers as JSON. */
export interface SimulatorSurface {
  show(): unknown;
  /** @throws Error that says what is wrong with it. */
  provoke(provocation: unknown): void;
  clear(): void;
}

/** The surface over a simulator; what is provoked is checked first. */
export function simulatorSurface(simulator: Simulator): SimulatorSurface {
  return {
    show: () => ({
      configuration: simulator.configuration,
      provocations: simulator.provocations(),
    }),
    provoke: (given) => simulator.provoke(parseProvocation(given, namesOfTheCloud)),
    clear: () => simulator.clearProvocations(),
  };
}
