import type { CommandReport } from '#drivers/commands.ts';
import type { Driver } from '#drivers/driver.ts';
import type { Key } from '#kernel/key.ts';
import type { Store, Tx } from '#store/store.ts';
import { defineWorkflow } from '#workflow/definition.ts';
import { instancesOfKeys } from '../../instance/by-keys.ts';
import { machineOf } from '../../instance/machine.ts';
import { openStates, type TaskProblem, type TaskState } from '../command.ts';
import { FILE_EXISTS } from '../file-script.ts';
import { changeTask, invocationByKey, taskByKey } from '../table.ts';

/** What running a command in a guest needs to reach the world. */
export interface CommandServices {
  readonly store: Store;
  readonly driver: Driver;
}

interface TaskInput {
  readonly task: Key<'invocation-task'>;
}

interface Ended {
  readonly state: TaskState;
  readonly problem: TaskProblem | null;
  readonly exitCode: number | null;
  readonly output: string;
  readonly dropped: number;
}

/** Nothing else works on a task of an invocation. */
export function taskTarget(task: Key<'invocation-task'>): string {
  return `invocation-task:${task}`;
}

const NOTHING = { exitCode: null, output: '', dropped: 0 } as const;

/**
 * Carries out what was asked of one guest. The guest does it once, whatever becomes of this
 * process: it is told by the task's key, and asked again and again how far it is.
 */
export const runTaskWorkflow = defineWorkflow<TaskInput, CommandServices>()((step) => ({
  kind: 'command.run-task',
  steps: [
    step({
      name: 'begin',
      async commit(tx, { input: { task: key }, now }) {
        const begun = { state: 'running', started_at: now, updated_at: now } as const;
        await changeTask(tx, { key, from: ['pending'] }, begun);
      },
    }),
    step<Ended | null>({
      name: 'run',
      async run({ input, services, beganAt, now }) {
        const { task, invocation, instance } = await services.store.read(async (reader) => {
          const row = await reader.first(taskByKey, { key: input.task });
          if (row === undefined) return {};
          const asked = await reader.first(invocationByKey, { key: row.invocation });
          const found = await instancesOfKeys(reader, [row.instance]);
          return { task: row, invocation: asked, instance: found.get(row.instance) };
        });
        if (task === undefined || invocation === undefined) return { done: null };
        if (!openStates.includes(task.state)) return { done: null };
        if (instance?.state !== 'running') {
          const problem = instance === undefined ? 'instance-gone' : 'instance-not-running';
          return { done: { ...NOTHING, state: 'error', problem } };
        }
        const script = {
          key: task.key,
          content: invocation.content,
          directory: invocation.directory,
          user: invocation.user_name,
          timeoutSeconds: invocation.timeout_seconds,
          isStopped: task.state === 'stopping',
        };
        const { commands } = services.driver;
        const report = await commands.run(machineOf(instance), script, { beganAt, now });
        if (report.state === 'running') return { waitMs: report.pollAfterMs };
        return { done: endedOf(report, invocation.file !== null) };
      },
      async commit(tx, { input, now }, ended) {
        if (ended !== null) await endTask(tx, input.task, { ended, now });
      },
    }),
  ],
  failed: (tx, { input, now }) => {
    const ended = { ...NOTHING, state: 'error', problem: 'guest-silent' } as const;
    return endTask(tx, input.task, { ended, now });
  },
}));

async function endTask(
  tx: Tx,
  key: TaskInput['task'],
  { ended, now }: { readonly ended: Ended; readonly now: number },
): Promise<void> {
  await changeTask(
    tx,
    { key, from: openStates },
    {
      state: ended.state,
      problem: ended.problem,
      exit_code: ended.exitCode,
      output: ended.output,
      dropped: ended.dropped,
      finished_at: now,
      updated_at: now,
    },
  );
}

function endedOf(report: Exclude<CommandReport, { state: 'running' }>, isFile: boolean): Ended {
  if (report.state === 'refused') return { ...NOTHING, state: 'error', problem: report.problem };
  const { exitCode, output, dropped } = report;
  const said = { exitCode, output, dropped };
  if (report.end === 'stopped') return { ...said, state: 'terminated', problem: 'interrupted' };
  if (report.end === 'timeout') return { ...said, state: 'timeout', problem: 'timeout' };
  if (exitCode === 0) return { ...said, state: 'success', problem: null };
  if (!isFile) return { ...said, state: 'failed', problem: 'exit-code' };
  const problem = exitCode === FILE_EXISTS ? 'file-exists' : 'file-failed';
  return { ...said, state: 'failed', problem };
}
