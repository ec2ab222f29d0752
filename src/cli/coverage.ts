import type { Command } from 'commander';
import { print } from './print.ts';

/** `yuntai coverage`: what is implemented of what the vendors publish. */
export function addCoverage(program: Command): void {
  program
    .command('coverage')
    .description('which of the published actions are implemented')
    .addHelpText(
      'after',
      `
Example:
  yuntai coverage`,
    )
    .action(async () => {
      const { coverageReport } = await import('#server/coverage-report.ts');
      for (const line of coverageReport()) print(line);
    });
}
