import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import { changeEvent, eventOf } from '../../system-event/change-event.ts';
import type { SystemEvent } from '../../system-event/system-event.ts';
import { changeInstance } from '../change.ts';
import type { InstanceChange } from '../change.ts';
import { instanceOf } from '../instance-row.ts';
import type { Instance } from '../instance.ts';
import { machineOf, settledAttemptsMax } from '../machine.ts';
import { instancesByKeys } from '../table.ts';
import { eventTarget, instanceTarget } from '../timers.ts';
import { dropRoom, heldHost, takeHeldRoom } from '../type-change-room.ts';
import { machineWork } from './machine-work.ts';
import type { MachineWorkInput, WorkOver } from './machine-work.ts';
import type { InstanceServices } from './services.ts';

/** How long an event waits for an answer before something is done by itself (seed 004 L34441). */
export const ANSWER_MS = 48 * 3_600_000;

const RETRY_MS = 10_000;

interface RepairInput extends MachineWorkInput {
  readonly event: Key<'system-event'>;
  readonly moves: boolean;
}

/** Does what an event asks for: moves the machine to another host, or reboots it. */
export const repairWorkflow = machineWork<RepairInput>({
  kind: 'instance.repair',
  attemptsMax: settledAttemptsMax,
  async ask({ services, input, beganAt, now }, { instance }) {
    if (!input.moves) return { state: 'done' };
    const host = await services.store.read((reader) => heldHost(reader, instance));
    const { cpu, memoryMiB } = instance;
    return services.driver.resize(
      machineOf({ ...instance, host }),
      { cpu, memoryMiB },
      {
        beganAt,
        now,
      },
    );
  },
  async over(tx, { input, now }, over) {
    const event = await eventOf(tx, input.event);
    if (event !== undefined) await endRepair(tx, event, { isDone: over.isDone, now });
    return input.moves ? moved(tx, over) : {};
  },
});

async function moved(tx: Tx, { instance, isDone }: WorkOver): Promise<InstanceChange> {
  if (isDone) return { host: await takeHeldRoom(tx, instance, instance), fault: null };
  await dropRoom(tx, instance);
  return {};
}

/** One that could not be done waits to be authorised once more. */
async function endRepair(
  tx: Tx,
  event: SystemEvent,
  { isDone, now }: { readonly isDone: boolean; readonly now: number },
): Promise<void> {
  if (isDone) {
    await changeEvent(tx, event, { state: 'executed', finishedAt: now });
    return;
  }
  const notBefore = now + ANSWER_MS;
  await changeEvent(tx, event, {
    state: 'inquiring',
    notBefore,
    authorisedAt: null,
    authorisedBy: null,
  });
  await repairAt(tx, event.key, { at: notBefore, now });
}

interface RepairDueInput {
  readonly event: Key<'system-event'>;
  /** Cloud milliseconds. */
  readonly at: number;
}

/** Begins what an event asks for when it is due, as soon as the instance is free for it. */
export const repairDueWorkflow = defineWorkflow<RepairDueInput, InstanceServices>()((step) => ({
  kind: 'instance.repair-due',
  attemptsMax: forever,
  backoffMs: () => RETRY_MS,
  steps: [
    step({
      name: 'begin',
      run({ input: { at }, now }) {
        return Promise.resolve(at > now ? { waitMs: at - now } : { done: undefined });
      },
      async commit(tx, { input, now, services }) {
        const event = await eventOf(tx, input.event);
        if (event !== undefined) await beginRepair(tx, event, { now, services });
      },
    }),
  ],
}));

/** Sets when something is done about an event. */
export async function repairAt(
  tx: Tx,
  event: Key<'system-event'>,
  { at, now }: { readonly at: number; readonly now: number },
): Promise<void> {
  const start = { target: eventTarget(event), input: { event, at }, now, dueAt: at };
  await startWorkflow(tx, repairDueWorkflow, start);
}

interface When {
  readonly now: number;
  readonly services: Pick<InstanceServices, 'roomElsewhere'>;
}

/** @throws Error where it cannot begin yet, so that the engine comes back to it */
async function beginRepair(tx: Tx, event: SystemEvent, { now, services }: When): Promise<void> {
  const { state, remedy, simulated } = event;
  if (state !== 'inquiring' && state !== 'scheduled' && state !== 'executing') return;
  const row = await tx.first(instancesByKeys, { keys: [event.instance] });
  const authorised = {
    authorisedAt: event.authorisedAt ?? now,
    authorisedBy: event.authorisedBy ?? ('system' as const),
  };
  if (row === undefined || isOnItsWayOut(row.state)) {
    await changeEvent(tx, event, { state: 'canceled', finishedAt: now });
    return;
  }
  if (simulated || remedy === 'online' || remedy === 'stop') {
    await changeEvent(tx, event, { ...authorised, state: 'executed', finishedAt: now });
    return;
  }
  const instance = instanceOf(row);
  if (instance.state !== 'running' && instance.state !== 'stopped') {
    throw new Error(`The instance is ${instance.state} now.`);
  }
  const moves = remedy === 'redeploy';
  const reason = moves ? await services.roomElsewhere(tx, instance, now) : undefined;
  if (reason !== undefined) throw new Error(`There is no room on another host: ${reason}`);
  const power = powerOf(instance, event);
  const input = {
    key: instance.key,
    power,
    mode: 'soft-then-hard',
    event: event.key,
    moves,
  } as const;
  const start = { target: instanceTarget(instance.key), input, now };
  if ((await startWorkflow(tx, repairWorkflow, start)) === 'busy') {
    throw new Error('Another operation is under way.');
  }
  await changeInstance(tx, instance, {
    state: stateDuring[power] ?? instance.state,
    operation: { action: 'repair', state: 'operating', request: null, at: now },
    generation: instance.generation + 1,
  });
  await changeEvent(tx, event, { ...authorised, state: 'executing' });
}

function isOnItsWayOut(state: string): boolean {
  return state === 'recycled' || state === 'terminating' || state === 'launch-failed';
}

const stateDuring: Readonly<Partial<Record<MachineWorkInput['power'], Instance['state']>>> = {
  'stop-and-start': 'stopping',
  reboot: 'rebooting',
  start: 'starting',
};

function powerOf(
  { state }: Pick<Instance, 'state'>,
  { remedy, resumes }: SystemEvent,
): MachineWorkInput['power'] {
  if (state === 'stopped') return resumes && remedy === 'redeploy' ? 'start' : 'as-it-is';
  return remedy === 'reboot' ? 'reboot' : 'stop-and-start';
}
