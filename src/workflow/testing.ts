import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import type { Clock, MovableClock } from '#kernel/clock.ts';
import { stderrLog } from '#kernel/log.ts';
import { createMetrics, type Metrics } from '#kernel/metrics.ts';
import { seededRandom } from '#kernel/random.ts';
import type { Store } from '#store/store.ts';
import { twice } from '#store/twice.ts';
import { forever } from './definition.ts';
import type { Workflow } from './definition.ts';
import { createEngine } from './engine.ts';
import type { Engine } from './engine.ts';
import { mortalStore, sabotage } from './sabotage.ts';
import type { Mishap, Point } from './sabotage.ts';
import { selectNextDue } from './table.ts';

/** A world in which one workflow has been started and no engine runs yet. */
export interface WorkflowBench<Services> {
  readonly store: Store;
  readonly cloud: MovableClock;
  readonly services: Services;
  /** Other kinds that this one starts. */
  readonly others?: ReadonlyArray<Workflow<unknown, Services>>;
  /** Asserts what must hold once it has ended well. */
  succeeded(): Promise<void>;
  /** Asserts what must hold once it has been undone: nothing leaked. */
  undone(): Promise<void>;
  close(): Promise<void>;
}

export interface TestEngineOptions<Services> {
  readonly store: Store;
  readonly cloud: Clock;
  readonly services: Services;
  readonly workflows: ReadonlyArray<Workflow<unknown, Services>>;
  readonly wall?: Clock;
  readonly owner?: string;
  readonly soleOwner?: boolean;
  readonly concurrency?: number;
  readonly metrics?: Metrics;
}

/** An engine for tests: silent, seeded, the wall clock standing still. Started. */
export function startTestEngine<Services>(options: TestEngineOptions<Services>): Engine {
  const engine = createEngine({
    wall: simulatedClock(0),
    owner: 'test',
    metrics: createMetrics(),
    ...options,
    random: seededRandom('workflow'),
    log: stderrLog('silent'),
  });
  engine.start();
  return engine;
}

/**
 * Lets cloud milliseconds pass as they would: everything runs when it becomes due, what that
 * makes due as well, and so on.
 */
export async function passTime(
  { engine, store, cloud }: { engine: Engine; store: Store; cloud: MovableClock },
  ms: number,
): Promise<void> {
  const until = cloud.now() + ms;
  for (;;) {
    await engine.idle();
    const now = cloud.now();
    const next = (await store.read((reader) => reader.first(selectNextDue, { now })))?.dueAt;
    if (next === undefined || next > until) break;
    cloud.advance(next - now);
  }
  cloud.advance(until - cloud.now());
  await engine.idle();
}

const DAY_MS = 86_400_000;

/**
 * Fails, repeats and crashes each step of a workflow at each point, and asserts that it ends well
 * or leaves nothing behind. `open` makes a fresh world for each case. One that tries for ever is
 * never undone, so it is only asserted to end well.
 */
export function workflowCases<Services>(
  workflow: Workflow<never, Services>,
  open: () => Promise<WorkflowBench<Services>>,
): void {
  const wellEnding = forwardMishaps(workflow);
  const endless = workflow.attemptsMax === forever;
  const undoing = endless ? [] : [...givingUpMishaps(workflow), ...undoMishaps(workflow)];
  const openTwice = async (): Promise<WorkflowBench<Services>> => {
    const bench = await open();
    return { ...bench, store: twice(bench.store) };
  };
  describe(`workflow ${workflow.kind}`, () => {
    test('ends well when nothing goes wrong', () => play(workflow, open, { mishaps: [] }));
    test('ends well when every write runs twice', () => play(workflow, openTwice, { mishaps: [] }));
    if (!endless) {
      test('is undone when every write runs twice', () =>
        play(workflow, openTwice, { mishaps: [lastingFailure(workflow)], undone: true }));
    }
    for (const mishap of wellEnding) {
      test(`ends well: ${titleOf(mishap)}`, () => play(workflow, open, { mishaps: [mishap] }));
    }
    for (const mishaps of undoing) {
      const title = mishaps.map(titleOf).join(', then ');
      test(`is undone: ${title}`, () => play(workflow, open, { mishaps, undone: true }));
    }
  });
}

async function play<Services>(
  workflow: Workflow<never, Services>,
  open: () => Promise<WorkflowBench<Services>>,
  { mishaps, undone = false }: { mishaps: readonly Mishap[]; undone?: boolean },
): Promise<void> {
  const bench = await open();
  try {
    // The process that suffers the mishaps, which may be its end.
    const mortal = mortalStore(bench.store);
    const first = sabotage(workflow, mishaps, mortal);
    const ended = await Promise.race([life(bench, first.workflow, mortal.store), mortal.death]);
    // The next one suffers only what would go on for ever.
    if (ended === 'died') {
      const lasting = mishaps.filter((mishap) => mishap.times === Infinity);
      const next = sabotage(workflow, lasting, mortalStore(bench.store));
      await life(bench, next.workflow, bench.store);
    }
    assert.deepEqual(first.missed(), [], 'the workflow never came to these mishaps');
    await (undone ? bench.undone() : bench.succeeded());
  } finally {
    await bench.close();
  }
}

let lives = 0;

async function life<Services>(
  bench: WorkflowBench<Services>,
  workflow: Workflow<never, Services>,
  store: Store,
): Promise<'ended'> {
  const { cloud, services, others = [] } = bench;
  lives += 1;
  const engine = startTestEngine({
    store,
    cloud,
    services,
    soleOwner: true,
    owner: `life ${lives}`,
    workflows: [workflow as Workflow<unknown, Services>, ...others],
  });
  await passTime({ engine, store, cloud }, DAY_MS);
  await engine.stop();
  const rows = await store.read((reader) =>
    reader.db
      .selectFrom('workflows')
      .select(['step', 'attempts', 'results'])
      .where('kind', '=', workflow.kind)
      .execute(),
  );
  assert.deepEqual(rows, [], 'the workflow has not ended within a day');
  return 'ended';
}

type AnyWorkflow = Pick<Workflow<never, never>, 'steps'>;

/** One mishap after which the workflow still ends well. */
function forwardMishaps({ steps }: AnyWorkflow): readonly Mishap[] {
  return steps.flatMap(({ name: step, run, waiting }) => {
    const whileWaiting: readonly Point[] = waiting ? ['before waiting', 'after waiting'] : [];
    const inside: readonly Point[] = [...whileWaiting, 'before commit', 'after commit'];
    const outside: readonly Point[] = run === undefined ? [] : ['before run', 'after run'];
    const points = [...outside, ...inside];
    const repeats: readonly Point[] = run === undefined ? [] : ['before run'];
    return [
      ...points.map((point): Mishap => ({ step, point, act: 'throw' })),
      ...[...points, 'committed' as const].map((point): Mishap => ({ step, point, act: 'crash' })),
      ...repeats.map((point): Mishap => ({ step, point, act: 'repeat' })),
    ];
  });
}

/** A failure that does not go away. */
function givingUpMishaps({ steps }: AnyWorkflow): ReadonlyArray<readonly Mishap[]> {
  return steps.flatMap(({ name: step, run }) => {
    const outside: readonly Point[] = run === undefined ? [] : ['before run', 'after run'];
    const points: readonly Point[] = [...outside, 'before commit', 'after commit'];
    return points.map((point): readonly Mishap[] => [
      { step, point, act: 'throw', times: Infinity },
    ]);
  });
}

/** The last step fails for good, so that every step is undone. */
function lastingFailure({ steps }: AnyWorkflow): Mishap {
  const step = steps.at(-1)?.name ?? '';
  return { step, point: 'before commit', act: 'throw', times: Infinity };
}

/** The last step fails for good, and undoing does not go smoothly either. */
function undoMishaps({ steps }: AnyWorkflow): ReadonlyArray<readonly Mishap[]> {
  const failure = lastingFailure({ steps });
  const last = failure.step;
  return steps.flatMap(({ name: step, undo }) => {
    const outside: readonly Point[] = undo === undefined ? [] : ['before undo', 'after undo'];
    const inside: readonly Point[] = step === last ? [] : ['before uncommit', 'after uncommit'];
    const durable: readonly Point[] = step === last ? [] : ['uncommitted'];
    const repeats: readonly Point[] = undo === undefined ? [] : ['before undo'];
    const mishaps: readonly Mishap[] = [
      ...[...outside, ...inside].map((point): Mishap => ({ step, point, act: 'throw' })),
      ...[...outside, ...inside, ...durable].map((point): Mishap => ({
        step,
        point,
        act: 'crash',
      })),
      ...repeats.map((point): Mishap => ({ step, point, act: 'repeat' })),
    ];
    return mishaps.map((mishap): readonly Mishap[] => [failure, mishap]);
  });
}

function titleOf({ step, point, act, times }: Mishap): string {
  const word = { throw: 'fails', crash: 'the process dies', repeat: 'is done twice' }[act];
  return `${word} ${point} of ${step}${times === undefined ? '' : ' every time'}`;
}
