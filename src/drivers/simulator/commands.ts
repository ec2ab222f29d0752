import type { DriverCommands } from '../commands.ts';

/** How long a simulated guest takes. */
const RUNS_MS = 500;
const SAID = 'Simulated instance: the command was taken and not run.\n';

/** Guests that are not there: each takes what it is told, and says that it ran nothing. */
export const simulatedCommands: DriverCommands = {
  run(_machine, { isStopped }, { beganAt, now }) {
    const ended = { state: 'ended', dropped: 0 } as const;
    if (isStopped) return Promise.resolve({ ...ended, end: 'stopped', exitCode: -1, output: '' });
    const left = beganAt + RUNS_MS - now;
    if (left > 0) return Promise.resolve({ state: 'running', pollAfterMs: left });
    const output = Buffer.from(SAID).toString('base64');
    return Promise.resolve({ ...ended, end: 'exited', exitCode: 0, output });
  },
};
