import type { Command } from 'commander';
import { administer } from './admin-client.ts';
import { Failure } from './failure.ts';
import { print } from './print.ts';
import { serverChoice, withServerChoice } from './server-options.ts';

/** `yuntai reset`: an empty cloud again. */
export function addReset(program: Command): void {
  withServerChoice(program.command('reset'))
    .description('remove every resource of every account; accounts and keys stay')
    .option('--yes', 'mean it')
    .addHelpText(
      'after',
      `
Example:
  yuntai reset --yes`,
    )
    .action(async (options: { yes?: boolean }, command: Command) => {
      const choice = serverChoice(command);
      if (options.yes !== true) {
        const where = choice.socket ?? choice.data;
        throw new Failure(`This empties the cloud in ${where} for good: repeat it with --yes.`);
      }
      await administer(choice, 'reset');
      print('The cloud is empty.');
    });
}
