import type { Command } from 'commander';
import { administer } from './admin-client.ts';
import { Failure } from './failure.ts';
import { print } from './print.ts';
import { serverChoice, withServerChoice } from './server-options.ts';

interface Time {
  readonly cloud: string;
  readonly wall: string;
  readonly aheadMs: number;
}

const UNITS_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `yuntai clock`: the cloud's time, which can be moved forward. */
export function addClock(program: Command): void {
  const clock = withServerChoice(program.command('clock'))
    .description("show the cloud's time, or move it forward")
    .addHelpText(
      'after',
      `
Due times of the cloud (boots, the recycle bin, expiries) follow its clock; signatures do not.

Examples:
  yuntai clock
  yuntai clock advance 7d
  yuntai clock advance 90m --data ./data`,
    )
    .action(async (_options: unknown, command: Command) => {
      show(await administer(serverChoice(command), 'clock.show'));
    });
  clock
    .command('advance <duration>')
    .description('move it forward: 500ms, 30s, 90m, 12h, 7d')
    .action(async (duration: string, _options: unknown, command: Command) => {
      const ms = durationMs(duration);
      show(await administer(serverChoice(command), 'clock.advance', { ms }));
    });
}

function show(answer: unknown): void {
  const { cloud, wall, aheadMs } = answer as Time;
  print(`cloud ${cloud}`);
  print(`wall  ${wall}`);
  print(`ahead ${aheadMs / 1_000} s`);
}

/** Milliseconds of a duration such as 90m. @throws Failure where it is none. */
export function durationMs(text: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,12})(ms|s|m|h|d)$/.exec(text) ?? [];
  const ms = Number(digits) * (UNITS_MS[unit] ?? Number.NaN);
  if (digits !== '' && Number.isSafeInteger(ms)) return ms;
  throw new Failure(`"${text}" is no duration: write a whole number and ms, s, m, h or d (7d).`);
}
