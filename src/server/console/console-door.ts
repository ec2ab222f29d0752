import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import { CONSOLE_PATH } from '#apis/console-address.ts';
import type { DriverConsoles } from '#drivers/console.ts';
import type { Clock } from '#kernel/clock.ts';
import { causes, type Log } from '#kernel/log.ts';
import { consolePasswordPurpose } from '#resources/console/console.ts';
import { enterConsole, type EnteredConsole } from '#resources/console/sessions.ts';
import type { Cloud } from '#resources/cloud.ts';
import type { Store } from '#store/store.ts';
import type { Answer } from '#wire/dialect.ts';
import { consolePage } from './console-page.ts';
import { talk } from './console-talk.ts';

export interface ConsoleDoorOptions {
  readonly store: Store;
  readonly cloud: Cloud;
  readonly consoles: DriverConsoles;
  /** The cloud's clock, by which addresses expire. */
  readonly clock: Clock;
  readonly timer: Clock;
  readonly log: Log;
}

/** Where consoles are opened: a page, and the websocket that it opens. */
export interface ConsoleDoor {
  /** The page, where that is asked for. */
  page(target: string): Answer | undefined;
  /** Whether a request wants to become the websocket of a console. */
  claims(request: IncomingMessage): boolean;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): void;
}

/** All that is sent at a time; the page sends less. */
const FRAME_BYTES_MAX = 4_096;
/** Open at the same time in one process. */
const SESSIONS_MAX = 64;
const TOKEN = /^[\w-]{43}$/;

/** Opens consoles by addresses that are good for one time. No log line has an address. */
export function openConsoleDoor(options: ConsoleDoorOptions): ConsoleDoor {
  const { log } = options;
  const open = new Set<WebSocket>();
  let opening = 0;
  let server: WebSocketServer | undefined;
  const begin = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    if (opening + open.size >= SESSIONS_MAX) return refuse(socket, 503);
    opening += 1;
    try {
      const entered = await enter(options, tokenOf(request));
      if (typeof entered === 'string') return refuse(socket, entered === 'unknown' ? 404 : 429);
      server ??= await createServer();
      server.handleUpgrade(request, socket, head, (client) => {
        open.add(client);
        client.once('close', () => open.delete(client));
        const { sealer } = options.cloud;
        const { machine, sealedPassword: sealed } = entered;
        const password = sealed === undefined ? '' : sealer.open(sealed, consolePasswordPurpose);
        talk(client, { ...options, machine, password });
      });
    } finally {
      opening -= 1;
    }
  };
  return {
    page: (target) => (isPage(target) ? consolePage : undefined),
    claims: ({ url = '', headers }) =>
      url.startsWith(CONSOLE_PATH) && headers.upgrade?.toLowerCase() === 'websocket',
    upgrade(request, socket, head) {
      // A client that breaks off while its address is looked up.
      socket.on('error', () => undefined);
      begin(request, socket, head).catch((error: unknown) => {
        log.error({ causes: causes(error) }, 'A console could not be opened.');
        refuse(socket, 500);
      });
    },
    stop() {
      for (const client of open) client.close(GOING_AWAY, 'The server stops.');
      for (const client of open) client.terminate();
    },
  };
}

const GOING_AWAY = 1001;

/** `/console`, or an address opened as a page; neither uses anything up. */
function isPage(target: string): boolean {
  const path = target.split('?', 1)[0] ?? '';
  const [, token] = path.split(CONSOLE_PATH);
  return path === '/console' || token === '' || TOKEN.test(token ?? '.');
}

function tokenOf({ url = '' }: IncomingMessage): string {
  return (url.split('?', 1)[0] ?? '').slice(CONSOLE_PATH.length);
}

async function enter(
  { store, cloud, clock }: ConsoleDoorOptions,
  token: string,
): Promise<EnteredConsole | 'unknown' | 'too-often'> {
  if (!TOKEN.test(token)) return 'unknown';
  return store.write((tx) => enterConsole(tx, cloud, { token, now: clock.now() }));
}

/** Loaded when a console is first opened: a server that opens none starts without. */
async function createServer(): Promise<WebSocketServer> {
  const { WebSocketServer: Server } = await import('ws');
  return new Server({ noServer: true, maxPayload: FRAME_BYTES_MAX, perMessageDeflate: false });
}

const REFUSALS = {
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

function refuse(socket: Duplex, status: keyof typeof REFUSALS): void {
  const head = `HTTP/1.1 ${status} ${REFUSALS[status]}`;
  socket.end(`${head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}
