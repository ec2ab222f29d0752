import process from 'node:process';
import { remark } from './print.ts';
import { createProgram } from './program.ts';

// Whoever read the output may have had enough of it: no reason to stop, least of all for a server.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await createProgram().parseAsync();
} catch (error) {
  remark(`yuntai: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
