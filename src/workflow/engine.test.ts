import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forwardClock, realClock, simulatedClock } from '#kernel/clock.ts';
import type { MovableClock } from '#kernel/clock.ts';
import { createMetrics } from '#kernel/metrics.ts';
import { openSqlite } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';
import { StoreUnavailable } from '#store/store-unavailable.ts';
import { defineWorkflow, doublingBackoffMs, GiveUp } from './definition.ts';
import type { Workflow } from './definition.ts';
import { startWorkflow } from './start.ts';
import { passTime, startTestEngine } from './testing.ts';
import type { TestEngineOptions } from './testing.ts';

/** What happened, in order. */
interface Services {
  readonly events: string[];
}

type Input = { readonly key: string };
type TestWorkflow = Workflow<Input, Services>;

const define = defineWorkflow<Input, Services>();

interface World {
  readonly store: Store;
  readonly cloud: MovableClock;
  readonly events: string[];
  start(workflow: TestWorkflow, key?: string, dueAt?: number): Promise<'started' | 'busy'>;
  engine(workflows: readonly TestWorkflow[], change?: Partial<TestEngineOptions<Services>>): Engine;
  rows(): Promise<ReadonlyArray<{ step: string; lease_until: number | null; epoch: number }>>;
}
type Engine = ReturnType<typeof startTestEngine>;

async function inWorld(body: (world: World) => Promise<void>): Promise<void> {
  const store = await openSqlite({ directory: ':memory:' });
  const cloud = simulatedClock(1_000_000);
  const events: string[] = [];
  try {
    await body({
      store,
      cloud,
      events,
      start: (workflow, key = 'a', dueAt = cloud.now()) =>
        store.write((tx) => {
          const start = { target: `instance:${key}`, input: { key }, now: cloud.now(), dueAt };
          return startWorkflow(tx, workflow, start);
        }),
      engine: (workflows, change = {}) =>
        startTestEngine({ store, cloud, services: { events }, workflows, ...change }),
      rows: () =>
        store.read((reader) =>
          reader.db.selectFrom('workflows').select(['step', 'lease_until', 'epoch']).execute(),
        ),
    });
  } finally {
    await store.close();
  }
}

function worldTest(title: string, body: (world: World) => Promise<void>): void {
  test(title, () => inWorld(body));
}

/** Steps that only say that they ran. */
function saying(...names: string[]): TestWorkflow {
  return define((step) => ({
    kind: 'say',
    steps: names.map((name) =>
      step({
        name,
        async run({ input, services }) {
          services.events.push(`${input.key} ${name}`);
          return { done: name };
        },
      }),
    ),
  }));
}

/** A step that goes on when it is told to. */
function gated(): { workflow: TestWorkflow; reached: Promise<void>; open: () => void } {
  const reached = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const workflow = define((step) => ({
    kind: 'gated',
    steps: [
      step({
        name: 'first',
        async run({ services }) {
          services.events.push('run');
          reached.resolve();
          await gate.promise;
          return { done: 1 };
        },
        async commit(tx, { services }) {
          services.events.push('commit');
          await tx.insert('meta', [{ name: 'committed', value: '1' }]);
        },
      }),
      step({
        name: 'second',
        async run({ services }) {
          services.events.push('second');
          return { done: 2 };
        },
      }),
    ],
  }));
  return { workflow, reached: reached.promise, open: () => gate.resolve() };
}

describe('starting', () => {
  worldTest('one workflow at a time is active on a target', async ({ store, start, engine }) => {
    const workflow = saying('one');
    assert.equal(await start(workflow), 'started');
    assert.equal(await start(workflow), 'busy');
    assert.equal(await start(workflow, 'b'), 'started');
    const active = () =>
      store.read(({ db }) =>
        db
          .selectFrom('workflows')
          .select(['kind', 'target', 'step', 'created_at', 'due_at'])
          .where('target', '=', 'instance:a')
          .where('state', '=', 'active')
          .executeTakeFirst(),
      );
    assert.deepEqual(await active(), {
      kind: 'say',
      target: 'instance:a',
      step: 'one',
      created_at: 1_000_000,
      due_at: 1_000_000,
    });
    const running = engine([workflow]);
    await running.idle();
    assert.equal(await active(), undefined);
    assert.equal(await start(workflow), 'started');
    await running.stop();
  });

  worldTest(
    'a start that is rolled back starts nothing',
    async ({ store, events, engine, rows }) => {
      const workflow = saying('one');
      const running = engine([workflow]);
      const start = { target: 'instance:a', input: { key: 'a' }, now: 1_000_000 };
      const failing = store.write(async (tx) => {
        await startWorkflow(tx, workflow, start);
        throw new Error('no');
      });
      await assert.rejects(failing, /no/);
      await running.idle();
      assert.deepEqual(events, []);
      assert.deepEqual(await rows(), []);
      await running.stop();
    },
  );

  worldTest('the engine is woken by the commit', async ({ start, events, engine }) => {
    const workflow = saying('one', 'two');
    const running = engine([workflow]);
    await running.idle();
    await start(workflow);
    await turns(() => events.length === 2);
    assert.deepEqual(events, ['a one', 'a two']);
    await running.stop();
  });

  worldTest('the last commit may start the next workflow of its target', async (world) => {
    const next = saying('next');
    const first = define((step) => ({
      kind: 'first',
      steps: [
        step({
          name: 'only',
          async commit(tx, { now }) {
            const start = { target: 'instance:a', input: { key: 'a' }, now };
            assert.equal(await startWorkflow(tx, next, start), 'started');
          },
        }),
      ],
    }));
    await world.start(first);
    const running = world.engine([first, next]);
    await running.idle();
    assert.deepEqual(world.events, ['a next']);
    await running.stop();
  });
});

describe('time', () => {
  worldTest('what is due later runs when it is due, not before', async (world) => {
    const workflow = saying('one');
    const running = world.engine([workflow]);
    await world.start(workflow, 'a', 1_000_500);
    await running.idle();
    world.cloud.advance(499);
    await running.idle();
    assert.deepEqual(world.events, []);
    world.cloud.advance(1);
    await running.idle();
    assert.deepEqual(world.events, ['a one']);
    await running.stop();
  });

  worldTest('what falls due while the engine claims runs at once', async (world) => {
    const slow: Store = {
      ...world.store,
      async write(work) {
        const result = await world.store.write(work);
        world.cloud.advance(50);
        return result;
      },
    };
    const workflow = saying('one');
    await world.start(workflow, 'a', world.cloud.now() + 20);
    const running = world.engine([workflow], { store: slow });
    await turns(() => world.events.length === 1);
    await running.stop();
  });

  worldTest('a waiting step is run again then, from the same beginning', async (world) => {
    const workflow = define((step) => ({
      kind: 'wait',
      attemptsMax: 1,
      steps: [
        step({ name: 'before' }),
        step({
          name: 'boot',
          async run({ beganAt, now, attempt, services }) {
            services.events.push(`${beganAt} ${now} ${attempt}`);
            return now - beganAt < 1_000 ? { waitMs: 400 } : { done: now };
          },
        }),
      ],
    }));
    await world.start(workflow);
    const running = world.engine([workflow]);
    await passTime({ ...world, engine: running }, 5_000);
    const seen = [0, 400, 800, 1_200].map((ms) => `1000000 ${1_000_000 + ms} 1`);
    assert.deepEqual(world.events, seen);
    await running.stop();
  });

  worldTest('a beginning is when the step first runs, however late that is', async (world) => {
    const workflow = define((step) => ({
      kind: 'late',
      steps: [
        step({
          name: 'boot',
          async run({ beganAt, services }) {
            services.events.push(String(beganAt));
            return { done: 1 };
          },
        }),
      ],
    }));
    await world.start(workflow);
    world.cloud.advance(3_600_000);
    const running = world.engine([workflow]);
    await running.idle();
    assert.deepEqual(world.events, ['4600000']);
    await running.stop();
  });

  worldTest('on a real clock moved forward, due times come at once', async (world) => {
    const cloud = forwardClock();
    const workflow = saying('one');
    const running = world.engine([workflow], { cloud, wall: cloud });
    await world.start(workflow, 'a', cloud.now() + 86_400_000);
    await running.idle();
    cloud.advance(86_400_000);
    await turns(() => world.events.length === 1);
    await running.stop();
  });
});

describe('failing', () => {
  worldTest('a failed step is tried again with growing pauses, then undone', async (world) => {
    const workflow = define((step) => ({
      kind: 'fail',
      attemptsMax: 4,
      backoffMs: (attempt) => 1_000 * attempt,
      steps: [
        step({
          name: 'flaky',
          async run({ attempt, now, services }) {
            services.events.push(`${attempt} at ${now - 1_000_000}`);
            throw new Error('no answer');
          },
        }),
      ],
      async failed(_tx, { services, beganAt }, failure) {
        services.events.push(`${failure.step}: ${failure.message} since ${beganAt}`);
      },
    }));
    await world.start(workflow);
    const running = world.engine([workflow]);
    await passTime({ ...world, engine: running }, 20_000);
    const times = world.events.slice(0, 4).map((event) => Number(event.split(' ').at(-1)));
    const pauses = [1, 2, 3].map((index) => (times[index] ?? 0) - (times[index - 1] ?? 0));
    for (const [index, pause] of pauses.entries()) {
      const most = 1_000 * (index + 1);
      assert.ok(pause <= most && pause > most * 0.74, `pause ${index + 1} was ${pause}`);
    }
    assert.deepEqual(world.events.slice(4), ['flaky: no answer since 1000000']);
    assert.deepEqual(await world.rows(), []);
    await running.stop();
  });

  worldTest('undoing runs backwards; what did not commit is not uncommitted', async (world) => {
    const say = (services: Services, word: string) => void services.events.push(word);
    const workflow = define((step) => ({
      kind: 'undo',
      steps: [
        ...['one', 'two'].map((name) =>
          step({
            name,
            async run({ services }) {
              say(services, `run ${name}`);
              return { done: name };
            },
            commit: async (_tx, { services }) => say(services, `commit ${name}`),
            undo: async ({ services, results }) =>
              say(services, `undo ${name} ${Object.keys(results).join()}`),
            uncommit: async (_tx, { services }) => say(services, `uncommit ${name}`),
          }),
        ),
        step({
          name: 'three',
          run: async () => Promise.reject(new GiveUp('useless')),
          undo: async ({ services }) => say(services, 'undo three'),
          uncommit: async (_tx, { services }) => say(services, 'uncommit three'),
        }),
        step({ name: 'four', undo: async ({ services }) => say(services, 'undo four') }),
      ],
      failed: async (_tx, { services }, { step, message }) =>
        say(services, `failed ${step} ${message}`),
    }));
    await world.start(workflow);
    const running = world.engine([workflow]);
    await running.idle();
    assert.deepEqual(world.events, [
      'run one',
      'commit one',
      'run two',
      'commit two',
      'undo three',
      'undo two one,two',
      'uncommit two',
      'undo one one,two',
      'uncommit one',
      'failed three useless',
    ]);
    await running.stop();
  });

  worldTest('undoing is retried for ever, and its target stays busy', async (world) => {
    let broken = true;
    const workflow = define((step) => ({
      kind: 'stubborn',
      attemptsMax: 1,
      steps: [
        step({
          name: 'one',
          run: async () => Promise.reject(new Error('no')),
          async undo({ services }) {
            services.events.push('undo');
            if (broken) throw new Error('the host is away');
          },
        }),
      ],
    }));
    await world.start(workflow);
    const running = world.engine([workflow]);
    await passTime({ ...world, engine: running }, 3_600_000);
    assert.ok(world.events.length > 50);
    assert.equal(await world.start(workflow), 'busy');
    broken = false;
    await passTime({ ...world, engine: running }, 60_000);
    assert.deepEqual(await world.rows(), []);
    await running.stop();
  });

  worldTest('a store that is away costs no attempt', async (world) => {
    let outages = 0;
    const away: Store = {
      ...world.store,
      write: async (work) => {
        if (outages === 0) return world.store.write(work);
        outages -= 1;
        throw new StoreUnavailable('disk full');
      },
    };
    const workflow = define((step) => ({
      kind: 'outage',
      attemptsMax: 1,
      steps: [
        step({
          name: 'one',
          async run({ services }) {
            services.events.push('run');
            outages = 3;
            return { done: 1 };
          },
        }),
      ],
    }));
    const wall = simulatedClock(0);
    await world.start(workflow);
    const running = world.engine([workflow], { store: away, wall });
    await turns(async () => {
      wall.advance(100);
      return (await world.rows()).length === 0;
    });
    assert.deepEqual(world.events, ['run']);
    assert.deepEqual(await world.rows(), []);
    await running.stop();
  });
});

describe('sharing a commit', () => {
  function bookkeeping(breaks: () => boolean): TestWorkflow {
    return define((step) => ({
      kind: 'books',
      steps: ['one', 'two', 'three'].map((name) =>
        step({
          name,
          async commit(tx, { services }) {
            if (name === 'three' && breaks()) throw new Error('not yet');
            services.events.push(name);
            await tx.insert('meta', [{ name, value: '' }]);
          },
        }),
      ),
    }));
  }

  worldTest('steps without a run are stored together', async (world) => {
    const workflow = bookkeeping(() => false);
    await world.start(workflow);
    const running = world.engine([workflow]);
    await running.idle();
    assert.deepEqual(world.events, ['one', 'two', 'three']);
    await running.stop();
  });

  worldTest('the one that fails is tried again alone', async (world) => {
    let failures = 2;
    const workflow = bookkeeping(() => (failures -= 1) >= 0);
    await world.start(workflow);
    const running = world.engine([workflow]);
    await passTime({ ...world, engine: running }, 60_000);
    // one and two are rolled back with three, one is kept; two is rolled back with three, two is
    // kept; then three alone.
    assert.deepEqual(world.events, ['one', 'two', 'one', 'two', 'two', 'three']);
    assert.deepEqual(await world.rows(), []);
    await running.stop();
  });
});

describe('several engines', () => {
  worldTest('share the work and do no step twice', async (world) => {
    const workflow = saying('one', 'two', 'three');
    const running = ['x', 'y'].map((owner) => world.engine([workflow], { owner, concurrency: 16 }));
    const keys = Array.from({ length: 200 }, (_, index) => `k${index}`);
    await Promise.all(keys.map((key) => world.start(workflow, key)));
    await turns(async () => (await world.rows()).length === 0);
    await Promise.all(running.map((engine) => engine.idle()));
    assert.equal(world.events.length, 600);
    assert.equal(new Set(world.events).size, 600);
    await Promise.all(running.map((engine) => engine.stop()));
  });

  worldTest('an engine that lost its lease writes nothing', async (world) => {
    const { workflow, reached, open } = gated();
    await world.start(workflow);
    const slow = world.engine([workflow], { owner: 'slow' });
    await reached;
    const wall = simulatedClock(9_999);
    const other = world.engine([workflow], { owner: 'other', wall });
    await other.idle();
    assert.deepEqual(world.events, ['run'], 'the lease holds for 10 s');
    wall.advance(1);
    other.wake();
    await turns(() => world.events.length === 2);
    assert.deepEqual(
      (await world.rows()).map((row) => row.epoch),
      [2],
    );
    open();
    await Promise.all([slow.idle(), other.idle()]);
    assert.deepEqual(world.events.toSorted(), ['commit', 'run', 'run', 'second']);
    await Promise.all([slow.stop(), other.stop()]);
  });

  worldTest('a run whose row another engine had in between stores nothing more', async (world) => {
    const { workflow, reached, open } = gated();
    const between = define((step) => ({
      kind: 'gated',
      steps: [
        step({ name: 'first', run: async () => ({ done: 1 }) }),
        step({ name: 'second', run: async () => ({ waitMs: 500 }) }),
      ],
    }));
    await world.start(workflow);
    const wall = simulatedClock(0);
    const slow = world.engine([workflow], { owner: 'slow', wall });
    await reached;
    const other = world.engine([between], { owner: 'other', wall: simulatedClock(10_000) });
    await other.idle();
    await other.stop();
    assert.deepEqual(await world.rows(), [{ step: 'second', lease_until: null, epoch: 2 }]);
    wall.advance(10_000);
    world.cloud.advance(500);
    await turns(async () => (await world.rows())[0]?.epoch === 3);
    open();
    await slow.idle();
    assert.deepEqual(world.events, ['run', 'second']);
    assert.deepEqual(await world.rows(), []);
    await slow.stop();
  });

  worldTest('a run whose lease was over goes on where nobody else had its row', async (world) => {
    const { workflow, reached, open } = gated();
    await world.start(workflow);
    const wall = simulatedClock(0);
    let away = false;
    const { store } = world;
    const write: Store['write'] = (work) =>
      away ? Promise.reject(new StoreUnavailable('The store is away.')) : store.write(work);
    const slow = world.engine([workflow], { owner: 'slow', wall, store: { ...store, write } });
    await reached;
    away = true;
    wall.advance(11_000);
    away = false;
    slow.wake();
    await turns(async () => (await world.rows())[0]?.epoch === 2);
    open();
    await slow.idle();
    assert.deepEqual(world.events, ['run', 'commit', 'second']);
    await slow.stop();
  });

  worldTest('leases of running steps are renewed', async (world) => {
    const { workflow, reached, open } = gated();
    await world.start(workflow);
    const wall = simulatedClock(0);
    const slow = world.engine([workflow], { owner: 'slow', wall });
    const other = world.engine([workflow], { owner: 'other', wall });
    await reached;
    for (let second = 0; second < 60; second += 1) {
      wall.advance(1_000);
      await turn();
      await turn();
      await turn();
    }
    assert.deepEqual(world.events, ['run']);
    open();
    await Promise.all([slow.idle(), other.idle()]);
    assert.deepEqual(world.events, ['run', 'commit', 'second']);
    await Promise.all([slow.stop(), other.stop()]);
  });

  worldTest(
    'the sole owner takes over the dead at once, others when the lease ends',
    async (world) => {
      const { workflow, reached } = gated();
      await world.start(workflow);
      world.engine([workflow], { owner: 'dead' });
      await reached;
      const waiting = world.engine([workflow], { owner: 'waiting' });
      await waiting.idle();
      assert.deepEqual(world.events, ['run']);
      await waiting.stop();
      world.engine([workflow], { owner: 'heir', soleOwner: true });
      await turns(() => world.events.length === 2);
    },
  );
});

describe('stopping', () => {
  worldTest('running steps finish and are stored, the next do not begin', async (world) => {
    const { workflow, reached, open } = gated();
    await world.start(workflow);
    const first = world.engine([workflow], { owner: 'first' });
    await reached;
    let stopped = false;
    const stopping = first.stop().then(() => (stopped = true));
    await turn();
    assert.equal(stopped, false);
    open();
    await stopping;
    assert.deepEqual(world.events, ['run', 'commit']);
    assert.deepEqual(await world.rows(), [{ step: 'second', lease_until: null, epoch: 1 }]);
    const second = world.engine([workflow], { owner: 'second' });
    await second.idle();
    assert.deepEqual(world.events, ['run', 'commit', 'second']);
    await second.stop();
  });

  worldTest('a stopped engine takes nothing up', async (world) => {
    const workflow = saying('one');
    const running = world.engine([workflow]);
    await running.stop();
    await world.start(workflow);
    running.wake();
    await turn();
    assert.deepEqual(world.events, []);
  });
});

describe('versions', () => {
  worldTest('an unknown kind or step is left for the version that knows it', async (world) => {
    const workflow = saying('one');
    await world.start(workflow);
    const older = world.engine([]);
    await older.idle();
    await older.stop();
    assert.equal((await world.rows())[0]?.lease_until, null);
    world.cloud.advance(60_000);
    const newer = world.engine([workflow]);
    await newer.idle();
    assert.deepEqual(world.events, ['a one']);
    await newer.stop();
  });

  test('declaring refuses what could not be stored', () => {
    const twice = () =>
      define((step) => ({ kind: 'x', steps: [step({ name: 'a' }), step({ name: 'a' })] }));
    assert.throws(twice, /different names/);
    assert.throws(() => define(() => ({ kind: 'x', steps: [] })), /different names/);
    assert.throws(
      () => define((step) => ({ kind: 'x', attemptsMax: 0, steps: [step({ name: 'a' })] })),
      /attemptsMax/,
    );
  });

  test('pauses double up to a minute', () => {
    const pauses = [1, 2, 3, 8, 9, 1_000].map((attempt) => doublingBackoffMs(attempt));
    assert.deepEqual(pauses, [500, 1_000, 2_000, 60_000, 60_000, 60_000]);
  });
});

/** One turn of the event loop. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Turns of the event loop until it holds, and not for ever. */
async function turns(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await holds())) {
    assert.ok(performance.now() < deadline, 'it never came to hold');
    await turn();
  }
}

describe('waiting', () => {
  test('what is due again before its wait is stored goes on, with its own lease', async () => {
    const store = await openSqlite({ directory: ':memory:' });
    const runs = new Map<string, number>();
    const waiting = defineWorkflow<Input, object>()((step) => ({
      kind: 'waiting',
      steps: [
        step({
          name: 'wait',
          async run({ input }) {
            await new Promise((resolve) => {
              setImmediate(resolve);
            });
            const run = (runs.get(input.key) ?? 0) + 1;
            runs.set(input.key, run);
            return run < 5 ? { waitMs: 1 } : { done: null };
          },
        }),
      ],
    }));
    const metrics = createMetrics();
    const cloud = realClock();
    const clocks = { cloud, wall: realClock() };
    const options = { store, ...clocks, workflows: [waiting], services: {}, metrics };
    const engine = startTestEngine(options);
    const began = performance.now();
    const starts = Array.from({ length: 300 }, (_, key) =>
      store.write((tx) => {
        const start = { target: `instance:${key}`, input: { key: String(key) }, now: cloud.now() };
        return startWorkflow(tx, waiting, start);
      }),
    );
    await Promise.all(starts);
    const left = () =>
      store.read((reader) => reader.db.selectFrom('workflows').select('seq').execute());
    while ((await left()).length > 0 && performance.now() - began < 8_000) {
      engine.wake();
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    assert.deepEqual(await left(), [], 'nothing waits for a lease of 10 s to end');
    const outcomes = (await metrics.workflowSteps.get()).values.map(({ labels }) => labels.outcome);
    assert.deepEqual(new Set(outcomes), new Set(['wait', 'done']));
    await engine.stop();
    await store.close();
  });
});
