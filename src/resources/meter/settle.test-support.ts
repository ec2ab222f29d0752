import assert from 'node:assert/strict';
import type { SimulatorConfiguration } from '#drivers/simulator/configuration.ts';
import type { Engine } from '#workflow/engine.ts';
import { mortalStore } from '#workflow/sabotage.ts';
import { passTime, startTestEngine } from '#workflow/testing.ts';
import { audit } from '../../../test/support/audit.ts';
import type { Configuration } from '../configuration.ts';
import { openWorld, plainLaunch, type World } from '../instance/instance.test-support.ts';
import type { LaunchRequest } from '../instance/launch-request.ts';
import { launchInstances } from '../instance/verbs/launch.ts';
import { changeTypeWorkflow } from '../instance/workflows/change-type.ts';
import { expireWorkflow } from '../instance/workflows/expire.ts';
import { haltWorkflow } from '../instance/workflows/halt.ts';
import { isolateWorkflow } from '../instance/workflows/isolate.ts';
import { launchWorkflow } from '../instance/workflows/launch.ts';
import { startWorkflowOf, stopWorkflowOf } from '../instance/workflows/power.ts';
import { releaseLaterWorkflow } from '../instance/workflows/release-later.ts';
import { terminateWorkflow } from '../instance/workflows/terminate.ts';
import { unlaunchWorkflow } from '../instance/workflows/unlaunch.ts';
import { settleWorkflow, startSettlement } from './workflows/settle.ts';

export const HOUR_MS = 3_600_000;

const workflows = [
  changeTypeWorkflow,
  expireWorkflow,
  haltWorkflow,
  isolateWorkflow,
  launchWorkflow,
  releaseLaterWorkflow,
  settleWorkflow,
  startWorkflowOf,
  stopWorkflowOf,
  terminateWorkflow,
  unlaunchWorkflow,
];

/** An entry of the ledger that charges for time: cloud milliseconds and micro-yuan. */
export interface HourEntry {
  readonly resource: string | null;
  readonly line: string | null;
  readonly from: number;
  readonly until: number;
  readonly hour: number;
  readonly sum: number;
}

/** A world in which hours are charged for. */
export async function openSettled(
  configuration: Partial<Configuration> = {},
  simulation: Partial<SimulatorConfiguration> = {},
) {
  const world = await openWorld({ configuration, simulation });
  const { store, clock: cloud, services } = world;
  await store.write((tx) => startSettlement(tx, cloud.now()));
  let lives = 0;
  const begin = (): Engine => {
    lives += 1;
    const owner = `life ${lives}`;
    return startTestEngine({ store, cloud, services, workflows, soleOwner: true, owner });
  };
  let engine = begin();
  const pass = (ms: number): Promise<void> => passTime({ engine, store, cloud }, ms);
  return {
    world,
    pass,
    /** Instances that run, or failed to, some seconds later. */
    async launch(changes: Partial<LaunchRequest> = {}): Promise<readonly string[]> {
      const keys = await world.write((scope) => launchInstances(scope, plainLaunch(changes)));
      await pass(60_000);
      return keys;
    },
    /** Lets time go by at once, as an operator's `yuntai clock advance`, and not as it would. */
    async jump(ms: number): Promise<void> {
      cloud.advance(ms);
      await pass(0);
    },
    async hours(): Promise<readonly HourEntry[]> {
      const rows = await store.read(({ db }) =>
        db
          .selectFrom('ledger_entries')
          .selectAll()
          .where('line', 'is not', null)
          .orderBy('seq')
          .execute(),
      );
      return rows.map(({ resource, line, from_at: from, until_at: until, ...row }) => {
        const [sum, hour] = [row.micro_yuan, row.hour_micro_yuan ?? 0];
        return { resource, line, from: from ?? 0, until: until ?? 0, hour, sum };
      });
    },
    /** Lets time go by at once, and the process die some turns later; another one takes over. */
    async die(ms: number, turns: number): Promise<void> {
      await engine.stop();
      const mortal = mortalStore(store);
      const dying = { ...services, store: mortal.store };
      const soleOwner = true;
      lives += 1;
      const owner = `life ${lives}`;
      startTestEngine({ store: mortal.store, cloud, services: dying, workflows, soleOwner, owner });
      cloud.advance(ms);
      for (let turn = 0; turn < turns; turn += 1) {
        await new Promise<void>((resolve) => {
          setImmediate(resolve);
        });
      }
      mortal.die();
      engine = begin();
      await pass(0);
    },
    async end(): Promise<void> {
      assert.deepEqual(await audit(store), []);
      await engine.stop();
      await store.close();
    },
  };
}

export type { World };
