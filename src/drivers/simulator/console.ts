import type { ConsoleLine, ConsoleMachine, ConsoleSink, DriverConsoles } from '../console.ts';

const LINE_CHARACTERS_MAX = 256;
const HELP = [
  'There is no machine behind this console: the instance is simulated.',
  'help       this text',
  'hostname   its host name',
  'exit       ends the session',
];

/** Consoles of machines that are not there: they say so, after the log of a boot. */
export const simulatedConsoles: DriverConsoles = {
  open(machine, sink) {
    const text = (said: string): void => sink.data(Buffer.from(said));
    text(`${bootLog(machine).replaceAll('\n', '\r\n')}${promptOf(machine)}`);
    return Promise.resolve(lineOf(machine, sink, text));
  },
  log: (machine) => Promise.resolve(bootLog(machine)),
};

function bootLog(machine: ConsoleMachine): string {
  const { system, cpu, memoryMiB, privateAddress, hostName, bootedAt } = machine;
  const booted = new Date(bootedAt).toISOString().replace(/\.\d+Z$/, 'Z');
  return [
    '[    0.000000] Simulated machine: no kernel runs here.',
    `[    0.000000] Booted ${booted}`,
    `[    0.004000] CPUs: ${cpu}, memory: ${memoryMiB} MiB`,
    `[    0.410000] eth0: ${privateAddress}`,
    `[    1.120000] Reached target Multi-User System.`,
    '',
    `${system} ${hostName} ttyS0 (simulated)`,
    '',
  ].join('\n');
}

function promptOf({ hostName }: ConsoleMachine): string {
  return `simulated@${hostName}:~$ `;
}

/** A prompt that edits one line, as a terminal without a guest can. */
function lineOf(
  machine: ConsoleMachine,
  sink: ConsoleSink,
  text: (said: string) => void,
): ConsoleLine {
  let typed = '';
  const enter = (): void => {
    const command = typed.trim();
    typed = '';
    if (command === 'exit') {
      text('\r\n');
      sink.ended();
      return;
    }
    const answer = answerTo(command, machine);
    text(`\r\n${answer.map((line) => `${line}\r\n`).join('')}${promptOf(machine)}`);
  };
  return {
    send(bytes) {
      for (const character of Buffer.from(bytes).toString('utf8')) {
        if (character === '\r') enter();
        else if (character === '\u007f' || character === '\b') {
          if (typed !== '') text('\b \b');
          typed = typed.slice(0, -1);
        } else if (character >= ' ' && typed.length < LINE_CHARACTERS_MAX) {
          typed += character;
          text(character);
        }
      }
    },
    close: () => undefined,
  };
}

function answerTo(command: string, { hostName }: ConsoleMachine): readonly string[] {
  if (command === '') return [];
  if (command === 'help') return HELP;
  if (command === 'hostname') return [hostName];
  const [name] = command.split(' ');
  return [`${name}: not run, since this instance is simulated; "help" says more.`];
}
