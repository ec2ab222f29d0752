import type { Command } from 'commander';
import { administer } from './admin-client.ts';
import { printJson } from './print.ts';
import { serverChoice, withServerChoice } from './server-options.ts';

/** `yuntai status`: where a server listens and what time it has. */
export function addStatus(program: Command): void {
  withServerChoice(program.command('status'))
    .description('where the server listens, its process, its clocks')
    .addHelpText(
      'after',
      `
Examples:
  yuntai status --data ./data
  yuntai status --data :memory:`,
    )
    .action(async (_options: unknown, command: Command) => {
      printJson(await administer(serverChoice(command), 'status'));
    });
}
