import type { WebSocket } from 'ws';
import { CONSOLE_LOG_CHARACTERS_MAX } from '../console.ts';
import type { ConsoleLine, ConsoleMachine, ConsoleSink, DriverConsoles } from '../console.ts';
import type { IncusContext } from './context.ts';
import { findInstance } from './find-instance.ts';
import { pathOfMachine } from './machine-record.ts';

const LOG_MS_MAX = 10_000;
const OPEN_MS_MAX = 10_000;
const SIZE = { width: 80, height: 24 };

interface ConsoleOperation {
  readonly id: string;
  readonly metadata: { readonly fds: Readonly<Record<string, string>> };
}

/** Consoles of instances: the server streams them over websockets, one for bytes, one for words. */
export function createConsoles(context: IncusContext): DriverConsoles {
  return {
    async open(machine, sink) {
      await requireInstance(context, machine);
      const { engine } = context;
      const body = { type: 'console', ...SIZE };
      const begun = await engine.begin<ConsoleOperation>(`${pathOfMachine(machine)}/console`, body);
      const { id, metadata } = begun;
      const streamOf = (fd: string): WebSocket => {
        const query = { secret: metadata.fds[fd] };
        return engine.transport.stream(engine.pathOf(`/1.0/operations/${id}/websocket`, query));
      };
      return opened({ bytes: streamOf('0'), control: streamOf('control') }, sink);
    },
    async log(machine) {
      await requireInstance(context, machine);
      const { engine } = context;
      const path = engine.pathOf(`${pathOfMachine(machine)}/console`);
      const request = { method: 'GET', path, timeoutMs: LOG_MS_MAX } as const;
      const { status, text } = await engine.transport.request(request);
      // A virtual machine of an older server keeps none.
      return status === 200 ? text.slice(-CONSOLE_LOG_CHARACTERS_MAX) : '';
    },
  };
}

async function requireInstance(context: IncusContext, { key }: ConsoleMachine): Promise<void> {
  const found = await findInstance(context, { key }, { timeoutMs: OPEN_MS_MAX });
  if (found === undefined) throw new Error('The machine is gone.');
}

interface Streams {
  readonly bytes: WebSocket;
  readonly control: WebSocket;
}

function opened({ bytes, control }: Streams, sink: ConsoleSink): Promise<ConsoleLine> {
  const close = (): void => {
    bytes.terminate();
    control.terminate();
  };
  // What fails here is told by the other one, and that it is closed.
  control.on('error', () => undefined);
  bytes.on('message', (data: Buffer) => sink.data(data));
  bytes.on('close', () => {
    close();
    sink.ended();
  });
  return new Promise((resolve, reject) => {
    bytes.on('error', (error) => {
      close();
      reject(error);
    });
    bytes.once('open', () => {
      const send = (typed: Uint8Array): void => {
        if (bytes.readyState === bytes.OPEN) bytes.send(typed, { binary: true });
      };
      resolve({ send, close });
    });
  });
}
