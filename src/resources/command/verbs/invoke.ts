import type { Key } from '#kernel/key.ts';
import { newKey } from '#kernel/ids.ts';
import { startWorkflow } from '#workflow/start.ts';
import { systemOf } from '../../image/system.ts';
import { instancesOfKeys } from '../../instance/by-keys.ts';
import type { Instance } from '../../instance/instance.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import {
  openStates,
  scriptColumns,
  type Invocation,
  type InvocationTask,
  type Language,
  type Script,
  type SentFile,
} from '../command.ts';
import { commandFaults } from '../faults.ts';
import {
  changeTask,
  countInvoked,
  findInvocations,
  tasksOfInstances,
  type InvocationQuery,
} from '../table.ts';
import { runTaskWorkflow, taskTarget } from '../workflows/run-task.ts';

export interface InvocationRequest extends Script {
  readonly region: string;
  readonly vendor: string;
  readonly instances: ReadonlyArray<Key<'instance'>>;
  readonly command: Key<'command'> | null;
  readonly file: SentFile | null;
  readonly parameters: Invocation['parameters'];
}

/**
 * Asks guests to carry out a script, each for itself: all of them must be able to, so that they run
 * and have the system that the script is for.
 */
export const invoke = verb(
  [commandFaults.instanceNotFound, commandFaults.instanceUnfit],
  async (scope: Scope, request: InvocationRequest): Promise<Key<'invocation'>> => {
    const { db, account, now, cloud } = scope;
    const { region, vendor, command, file, parameters } = request;
    const instances = await fitInstances(scope, request);
    const key = newKey(cloud.random) as Key<'invocation'>;
    await db.insert('invocations', [
      {
        key,
        account,
        region,
        vendor,
        command,
        file: file === null ? null : JSON.stringify(file),
        ...scriptColumns(request),
        parameters: JSON.stringify(parameters),
        created_at: now,
      },
    ]);
    if (command !== null) await db.run(countInvoked, { key: command });
    for (const { key: instance } of instances) {
      const task = newKey(cloud.random) as Key<'invocation-task'>;
      await db.insert('invocation_tasks', [
        {
          key: task,
          invocation: key,
          account,
          instance,
          state: 'pending',
          problem: null,
          exit_code: null,
          output: '',
          dropped: 0,
          created_at: now,
          started_at: null,
          finished_at: null,
          updated_at: now,
        },
      ]);
      await startWorkflow(db, runTaskWorkflow, { target: taskTarget(task), input: { task }, now });
    }
    return key;
  },
);

async function fitInstances(
  scope: ReadScope,
  { instances: named, region, language }: InvocationRequest,
): Promise<readonly Instance[]> {
  const keys = [...new Set(named)];
  const found = await instancesOfKeys(scope.db, keys);
  const instances = keys.map((key) => {
    const instance = found.get(key);
    const isHere = instance?.account === scope.account && instance.region === region;
    if (!isHere || !scope.sees(instance.zone)) {
      throw commandFaults.instanceNotFound({ instance: key });
    }
    return instance;
  });
  for (const instance of instances) {
    const { key, state, fault } = instance;
    const isFit = state === 'running' && fault === null && speaks(scope, instance, language);
    if (!isFit) throw commandFaults.instanceUnfit({ instance: key });
  }
  return instances;
}

/** Whether the system of an instance knows a language. */
function speaks({ cloud }: ReadScope, instance: Instance, language: Language): boolean {
  const isWindows = systemOf(cloud.catalogue, instance)?.osFamily === 'windows';
  return isWindows === (language !== 'shell');
}

export interface InvocationsAsked extends InvocationQuery {
  readonly region: string;
  readonly vendor: string;
}

/** Invocations of the account in a region, newest first, each with its tasks. */
export function listInvocations(
  { db, account }: ReadScope,
  { region, vendor, ...query }: InvocationsAsked,
): Promise<readonly Invocation[]> {
  return findInvocations(db, { account, region, vendor }, query);
}

/** How often guests were asked for something, and how much of it goes on. */
export interface Uses {
  readonly count: number;
  readonly open: number;
  /** Cloud milliseconds. */
  readonly last: number;
}

/** The uses of up to a hundred instances; one that was never asked is absent. */
export async function usesOfInstances(
  { db }: ReadScope,
  instances: ReadonlyArray<Key<'instance'>>,
): Promise<ReadonlyMap<Key<'instance'>, Uses>> {
  const rows = instances.length === 0 ? [] : await db.all(tasksOfInstances, { instances });
  return new Map(
    rows.map(({ instance, count, open, last }) => [
      instance,
      { count: Number(count), open: Number(open ?? 0), last: Number(last) },
    ]),
  );
}

export interface InvocationNamed {
  readonly region: string;
  readonly vendor: string;
  readonly key: Key<'invocation'>;
}

/** An invocation of the account. @throws command.invocationNotFound */
export const getInvocation = verb(
  [commandFaults.invocationNotFound],
  async (
    { db, account }: ReadScope,
    { key, ...where }: InvocationNamed,
    is: 'command' | 'file' = 'command',
  ): Promise<Invocation> => {
    const [found] = await findInvocations(db, { account, ...where }, { key, is });
    if (found === undefined) throw commandFaults.invocationNotFound({ invocation: key });
    return found;
  },
);

export interface Stop extends InvocationNamed {
  /** Those in whose guests it is stopped; all of them where none is named. */
  readonly instances?: ReadonlyArray<Key<'instance'>> | undefined;
}

/**
 * Stops what goes on of an invocation: what has not begun never does, what runs is ended in its
 * guest. What has ended stays as it is. Answers how many tasks there were to stop.
 */
export const stopInvocation = verb(
  [getInvocation],
  async (scope: Scope, { instances, ...named }: Stop): Promise<number> => {
    const { tasks } = await getInvocation(scope, named);
    const meant = tasks.filter(({ instance }) => instances?.includes(instance) ?? true);
    const open = meant.filter(({ state }) => openStates.includes(state));
    for (const task of open) await stopTask(scope, task);
    return open.length;
  },
);

async function stopTask({ db, now }: Scope, { key }: InvocationTask): Promise<void> {
  const ended = { state: 'cancelled', finished_at: now, updated_at: now } as const;
  if (await changeTask(db, { key, from: ['pending'] }, ended)) return;
  await changeTask(db, { key, from: ['running'] }, { state: 'stopping', updated_at: now });
}
