import { readFileSync } from 'node:fs';
import process from 'node:process';

// Loaded in front of a server (`node --import`): its wall clock is ahead of the real one by as many
// milliseconds as a file says, which is read again at each SIGUSR2. Timers and the steady clock go
// on as they are, as they do where an operator sets the clock of a machine.

const file = process.env['SHIFTED_CLOCK_FILE'] ?? '';
const real = Date.now;
let shift = 0;

function read(): void {
  shift = Number(readFileSync(file, 'utf8'));
}

read();
process.on('SIGUSR2', read);
Date.now = () => real() + shift;
