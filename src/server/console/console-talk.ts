import { timingSafeEqual } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { ConsoleLine, ConsoleMachine, DriverConsoles } from '#drivers/console.ts';
import type { Clock } from '#kernel/clock.ts';
import { causes, type Log } from '#kernel/log.ts';

export interface Talk {
  readonly consoles: DriverConsoles;
  readonly machine: ConsoleMachine;
  /** What is to be given first; '' where nothing is. */
  readonly password: string;
  readonly timer: Clock;
  readonly log: Log;
}

/** Without a key pressed (the page of Alibaba's DescribeInstanceVncUrl: 60 seconds). */
const IDLE_MS_MAX = 60_000;
const TALK_MS_MAX = 3_600_000;
/** Frames in a second; more than one who types makes, and a page that repeats a key. */
const FRAMES_A_SECOND_MAX = 100;
/** Of a client that does not read. */
const UNREAD_BYTES_MAX = 1024 * 1024;
const PASSWORD_TRIES = 3;
const PASSWORD_CHARACTERS_MAX = 64;

const ENDED = 1000;
const REFUSED = 1008;
const FAILED = 1011;

/** Joins a client to the console of a machine, once it has given the password. */
export function talk(client: WebSocket, { timer, ...about }: Talk): void {
  let line: ConsoleLine | undefined;
  const close = (code: number, reason: string): void => client.close(code, reason);
  const overdue = timer.after(TALK_MS_MAX, () => close(ENDED, 'An hour is over.'));
  const idle = (): (() => void) =>
    timer.after(IDLE_MS_MAX, () => close(ENDED, 'Nothing was typed for a minute.'));
  let cancelIdle = idle();
  client.on('error', () => client.terminate());
  client.once('close', () => {
    overdue();
    cancelIdle();
    line?.close();
  });
  const show = (bytes: Uint8Array): void => {
    if (client.bufferedAmount > UNREAD_BYTES_MAX) client.terminate();
    else if (client.readyState === client.OPEN) client.send(bytes, { binary: true });
  };
  const join = async (): Promise<void> => {
    const ended = (): void => close(ENDED, 'The console has ended.');
    const opened = await about.consoles.open(about.machine, { data: show, ended });
    if (client.readyState === client.OPEN) line = opened;
    else opened.close();
  };
  const begin = (): void => {
    join().catch((error: unknown) => {
      const { key: machine } = about.machine;
      about.log.warn({ machine, causes: causes(error) }, 'A console could not be opened.');
      close(FAILED, 'The machine does not answer.');
    });
  };
  const gate = passwordGate(about.password, {
    show,
    begin,
    refuse: () => close(REFUSED, 'Wrong.'),
  });
  const mayCome = framesOf(timer);
  client.on('message', (data: Buffer) => {
    cancelIdle();
    cancelIdle = idle();
    if (!mayCome()) close(REFUSED, 'Too much is sent.');
    else if (gate.isOpen()) line?.send(data);
    else gate.give(data);
  });
}

interface GateEnds {
  show(bytes: Uint8Array): void;
  begin(): void;
  refuse(): void;
}

interface Gate {
  isOpen(): boolean;
  give(bytes: Buffer): void;
}

/** Asks for a password, a few times, without showing what is typed. */
function passwordGate(password: string, { show, begin, refuse }: GateEnds): Gate {
  let isOpen = password === '';
  let typed = '';
  let tries = 0;
  if (isOpen) begin();
  else show(Buffer.from('Password: '));
  const enter = (): void => {
    isOpen = isSame(typed, password);
    typed = '';
    tries += 1;
    if (isOpen) {
      show(Buffer.from('\r\n'));
      begin();
    } else if (tries < PASSWORD_TRIES) show(Buffer.from('\r\nPassword: '));
    else refuse();
  };
  return {
    isOpen: () => isOpen,
    give(bytes) {
      for (const character of bytes.toString('utf8')) {
        if (isOpen || tries >= PASSWORD_TRIES) return;
        if (character === '\r') enter();
        else if (character === '\u007f') typed = typed.slice(0, -1);
        else if (typed.length < PASSWORD_CHARACTERS_MAX) typed += character;
      }
    },
  };
}

function isSame(typed: string, password: string): boolean {
  const [a, b] = [Buffer.from(typed), Buffer.from(password)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether one more frame may come in this second. */
function framesOf(timer: Clock): () => boolean {
  let since = timer.steady();
  let frames = 0;
  return () => {
    if (timer.steady() - since >= 1_000) {
      since = timer.steady();
      frames = 0;
    }
    frames += 1;
    return frames <= FRAMES_A_SECOND_MAX;
  };
}
