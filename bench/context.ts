import type { DataSets } from './data-sets.ts';
import type { Outcome } from './report.ts';

/** How much of everything a run does. */
export interface Scale {
  readonly rounds: number;
  /** How long one side is loaded in one round. */
  readonly sliceMs: number;
  /** Before anything is measured: a compiler that is still busy would be measured as well. */
  readonly warmUpMs: number;
  readonly fewStored: number;
  readonly manyStored: number;
  /** Made by SQL alone, for those that only read. */
  readonly grown: number;
  /** Requests for 100 instances in one round. */
  readonly bigLaunches: number;
  /** Starts of each kind, on each data set. */
  readonly starts: number;
  readonly idleMs: number;
}

export const fullScale: Omit<Scale, 'rounds'> = {
  sliceMs: 2_000,
  warmUpMs: 2_000,
  fewStored: 1_000,
  manyStored: 100_000,
  grown: 1_000_000,
  bigLaunches: 100,
  starts: 7,
  idleMs: 5_000,
};

/** Shows that everything works, not how fast it is. */
export const smokeScale: Scale = {
  rounds: 1,
  sliceMs: 300,
  warmUpMs: 100,
  fewStored: 200,
  manyStored: 2_000,
  grown: 2_000,
  bigLaunches: 5,
  starts: 1,
  idleMs: 500,
};

/** What a benchmark is given. */
export interface Context {
  readonly scale: Scale;
  readonly data: DataSets;
  /** The built product. */
  readonly bundle: string;
  /** Its source, as a developer starts it. */
  readonly source: string;
  /** For servers under load: `--cpu-prof` and its like. */
  readonly nodeOptions: readonly string[];
  /** Says how far it is. */
  progress(text: string): void;
}

export interface Benchmark {
  /** What `--only` takes. */
  readonly name: string;
  readonly description: string;
  run(context: Context): Promise<Outcome>;
}
