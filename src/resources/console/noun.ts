import { consoleSessionTable } from '#store/schema/console-session.ts';
import { noun } from '../noun.ts';
import { consoleFaults } from './faults.ts';

/** The consoles of instances, and the addresses that open them. */
export const consoleNoun = noun({
  name: 'console',
  tables: { console_sessions: consoleSessionTable },
  onReset: 'goes',
  faults: consoleFaults,
});
