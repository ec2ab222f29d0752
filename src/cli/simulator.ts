import type { Command } from 'commander';
import { administer } from './admin-client.ts';
import { Failure } from './failure.ts';
import { print, printJson } from './print.ts';
import { serverChoice, withServerChoice } from './server-options.ts';

/** `yuntai simulator`: what the machines underneath pretend. */
export function addSimulator(program: Command): void {
  const simulator = withServerChoice(program.command('simulator'))
    .description('show what the simulated machines do, or make them misbehave')
    .addHelpText(
      'after',
      `
Provocations are JSON; docs/reference/simulator.md has them all.

Examples:
  yuntai simulator
  yuntai simulator provoke '{"effect":"fail","verb":"create","times":3}'
  yuntai simulator provoke '{"effect":"slow","verb":"create-snapshot","times":1,"addedMs":60000}'
  yuntai simulator provoke '{"effect":"sold-out","zone":"guangzhou-3"}'
  yuntai simulator clear`,
    )
    .action(async (_options: unknown, command: Command) => {
      printJson(await administer(serverChoice(command), 'simulator.show'));
    });
  simulator
    .command('provoke <json>')
    .description('make machines, disks, snapshots or images fail, be slow or sold out')
    .action(async (json: string, _options: unknown, command: Command) => {
      const input = objectOf(json);
      const answer = await administer(serverChoice(command), 'simulator.provoke', input);
      const { provoked } = answer as { readonly provoked: unknown };
      print(`provoked until cleared: ${JSON.stringify(provoked)}`);
    });
  simulator
    .command('clear')
    .description('end all provocations')
    .action(async (_options: unknown, command: Command) => {
      const answer = await administer(serverChoice(command), 'simulator.clear');
      const { cleared } = answer as { readonly cleared: number };
      print(`provocations ended: ${cleared}`);
    });
}

function objectOf(json: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Failure(`The provocation is no JSON: ${(error as Error).message}`, { cause: error });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw new Failure('The provocation must be a JSON object, such as {"effect":"fail",…}.');
}
