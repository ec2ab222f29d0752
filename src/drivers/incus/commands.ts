import {
  OUTPUT_BYTES_MAX,
  type CommandReport,
  type DriverCommands,
  type GuestScript,
} from '../commands.ts';
import { COMMAND } from './command-script.ts';
import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { findInstance } from './find-instance.ts';
import { pathOfMachine } from './machine-record.ts';

const POLL_MS = 1_000;
const EXEC_MS_MAX = 60_000;
const OUTPUT_MS_MAX = 30_000;
/** How long a guest may take to answer at all: an agent that still boots. */
const SILENT_MS_MAX = 60_000;
const USER = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

const GUEST_SILENT = { state: 'refused', problem: 'guest-silent' } as const;

/** Scripts in the guests of instances, run by commands of the server. */
export function createCommands(context: IncusContext): DriverCommands {
  return {
    async run(machine, script, { beganAt, now }): Promise<CommandReport> {
      if (script.user !== '' && !USER.test(script.user)) {
        return { state: 'refused', problem: 'user-unknown' };
      }
      if ((await findInstance(context, machine)) === undefined) return GUEST_SILENT;
      try {
        return reportOf(await told(context, machine, script));
      } catch (error) {
        if (!(error instanceof EngineError) || error.isUnreachable) throw error;
        if (now - beganAt > SILENT_MS_MAX) return GUEST_SILENT;
        return { state: 'running', pollAfterMs: POLL_MS };
      }
    },
  };
}

/** What the guest answers. @throws EngineError where it cannot be told */
async function told(
  { engine }: IncusContext,
  machine: { readonly key: string },
  script: GuestScript,
): Promise<string> {
  const body = {
    command: ['/bin/sh', '-c', COMMAND],
    environment: {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      YT_KEY: script.key,
      YT_CONTENT: script.content,
      YT_USER: script.user === '' ? 'root' : script.user,
      YT_DIRECTORY: script.directory,
      YT_TIMEOUT: String(script.timeoutSeconds),
      YT_STOPPED: script.isStopped ? 'yes' : '',
      YT_BYTES: String(OUTPUT_BYTES_MAX),
    },
    interactive: false,
    'record-output': true,
  };
  const path = `${pathOfMachine(machine)}/exec`;
  const ended = await engine.change('POST', path, { body, timeoutMs: EXEC_MS_MAX });
  const files = Object.values((ended['output'] ?? {}) as Readonly<Record<string, string>>);
  let answer = '';
  for (const file of files) {
    const at = { path: engine.pathOf(file), timeoutMs: OUTPUT_MS_MAX } as const;
    const { status, text } = await engine.transport.request({ method: 'GET', ...at });
    if (file.endsWith('stdout') && status === 200) answer = text;
    await engine.transport.request({ method: 'DELETE', ...at });
  }
  if (ended['return'] === 0 && answer !== '') return answer;
  const message = `The guest did not take a command: ${String(ended['return'])}.`;
  throw new EngineError(message, { status: 0, retryable: true });
}

function reportOf(answer: string): CommandReport {
  const [first = '', output = ''] = answer.split('\n', 2);
  const [word = '', code = '-1', bytes = '0'] = first.split(' ');
  switch (word) {
    case 'exited':
    case 'timeout':
    case 'stopped':
      return {
        state: 'ended',
        end: word,
        exitCode: Number(code),
        output,
        dropped: Math.max(0, Number(bytes) - OUTPUT_BYTES_MAX),
      };
    case 'user-unknown':
    case 'directory-unknown':
      return { state: 'refused', problem: word };
    default:
      return { state: 'running', pollAfterMs: POLL_MS };
  }
}
