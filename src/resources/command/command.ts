import type { Key } from '#kernel/key.ts';
import type { CommandRow, InvocationRow, InvocationTaskRow } from '#store/schema/command.ts';

export type Language = CommandRow['language'];
export type TaskState = InvocationTaskRow['state'];

/** What is to be carried out in a guest. */
export interface Script {
  readonly name: string;
  readonly description: string;
  readonly language: Language;
  /** Base64. */
  readonly content: string;
  /** '' for the home of the user. */
  readonly directory: string;
  readonly timeoutSeconds: number;
  /** '' for the administrator. */
  readonly userName: string;
}

/** A command that an account keeps. */
export interface Command extends Script {
  readonly key: Key<'command'>;
  readonly hasParameters: boolean;
  /** Values of custom parameters where none are given. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly isKept: boolean;
  readonly invoked: number;
  /** Cloud milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The facts of a file that is sent. */
export interface SentFile {
  readonly name: string;
  readonly directory: string;
  readonly encoding: 'plain' | 'base64';
  /** Base64. */
  readonly content: string;
  readonly owner: string;
  readonly group: string;
  readonly mode: string;
  readonly overwrite: boolean;
}

/** A script as it was asked of guests. */
export interface Invocation extends Script {
  readonly key: Key<'invocation'>;
  readonly command: Key<'command'> | null;
  readonly file: SentFile | null;
  readonly parameters: Readonly<Record<string, string>>;
  /** Cloud milliseconds. */
  readonly createdAt: number;
  readonly tasks: readonly InvocationTask[];
}

/** Why a guest did not carry it out as asked, or not at all. */
export type TaskProblem =
  | 'instance-gone'
  | 'instance-not-running'
  | 'user-unknown'
  | 'directory-unknown'
  | 'guest-silent'
  | 'exit-code'
  | 'timeout'
  | 'interrupted'
  | 'file-exists'
  | 'file-failed';

/** How it goes in one guest. */
export interface InvocationTask {
  readonly key: Key<'invocation-task'>;
  readonly invocation: Key<'invocation'>;
  readonly instance: Key<'instance'>;
  readonly state: TaskState;
  readonly problem: TaskProblem | null;
  readonly exitCode: number | null;
  /** Base64. */
  readonly output: string;
  /** Bytes of the output that are not kept. */
  readonly dropped: number;
  /** Cloud milliseconds. */
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly updatedAt: number;
}

/** States in which nothing has come to an end yet. */
export const openStates: readonly TaskState[] = ['pending', 'running', 'stopping'];

/** How all tasks of an invocation go together. */
export function stateOfAll(
  tasks: ReadonlyArray<Pick<InvocationTask, 'state'>>,
): TaskState | 'partial' {
  const states = new Set(tasks.map(({ state }) => state));
  const open = openStates.find((state) => states.has(state));
  if (open !== undefined) return open;
  const stopped = [...states].every((state) => state === 'cancelled' || state === 'terminated');
  if (stopped) return 'terminated';
  const failed = (['failed', 'timeout', 'error'] as const).some((state) => states.has(state));
  if (!failed) return 'success';
  return states.has('success') ? 'partial' : 'failed';
}

export function commandOf(row: CommandRow): Command {
  return {
    ...scriptOf(row),
    key: row.key,
    hasParameters: row.has_parameters === 1,
    parameters: JSON.parse(row.parameters) as Command['parameters'],
    isKept: row.is_kept === 1,
    invoked: row.invoked,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export function invocationOf(row: InvocationRow, tasks: readonly InvocationTask[]): Invocation {
  return {
    ...scriptOf(row),
    key: row.key,
    command: row.command,
    file: row.file === null ? null : (JSON.parse(row.file) as SentFile),
    parameters: JSON.parse(row.parameters) as Invocation['parameters'],
    createdAt: row.created_at,
    tasks,
  };
}

export function taskOf(row: InvocationTaskRow): InvocationTask {
  return {
    key: row.key,
    invocation: row.invocation,
    instance: row.instance,
    state: row.state,
    problem: row.problem as TaskProblem | null,
    exitCode: row.exit_code,
    output: row.output,
    dropped: row.dropped,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    updatedAt: row.updated_at,
  };
}

/** The columns that commands and invocations have alike. */
export function scriptColumns(script: Script) {
  return {
    name: script.name,
    description: script.description,
    language: script.language,
    content: script.content,
    directory: script.directory,
    timeout_seconds: script.timeoutSeconds,
    user_name: script.userName,
  };
}

function scriptOf(row: CommandRow | InvocationRow): Script {
  return {
    name: row.name,
    description: row.description,
    language: row.language,
    content: row.content,
    directory: row.directory,
    timeoutSeconds: row.timeout_seconds,
    userName: row.user_name,
  };
}
