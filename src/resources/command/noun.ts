import { commandTable, invocationTable, invocationTaskTable } from '#store/schema/command.ts';
import { noun } from '../noun.ts';
import { commandFaults } from './faults.ts';

/** Commands for guests. How many a region may have is Alibaba's (its page on limits). */
export const commandNoun = noun({
  name: 'command',
  tables: {
    commands: commandTable,
    invocations: invocationTable,
    invocation_tasks: invocationTaskTable,
  },
  onReset: 'goes',
  faults: commandFaults,
  hasIds: true,
  limits: { commandsPerRegionMax: 100 },
  limitsBy: { commandsPerRegionMax: ['region'] },
});
