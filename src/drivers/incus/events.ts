import type { WebSocket } from 'ws';
import type { Log } from '#kernel/log.ts';
import type { Engine } from './engine.ts';
import { keyOfName } from './machine-record.ts';

type Changed = (key: string | undefined) => void;

const BACKOFF_MS_MIN = 500;
const BACKOFF_MS_MAX = 10_000;
/** A connection that died unseen is noticed by what does not come back. */
const PING_MS = 10_000;

/**
 * Tells of what happens to instances by the server's stream of events, until the answer is called.
 * It is opened again when it ends; since events were missed then, anything may have changed.
 */
export function watchEvents(
  { engine, log }: { readonly engine: Engine; readonly log: Log },
  changed: Changed,
): () => void {
  let ended = false;
  let backoffMs = BACKOFF_MS_MIN;
  let socket: WebSocket | undefined;
  let timer: NodeJS.Timeout | undefined;
  const open = (): void => {
    const path = engine.pathOf('/1.0/events', { type: 'lifecycle' });
    socket = engine.transport.stream(path);
    const stopPings = keepAlive(socket);
    socket.on('open', () => {
      backoffMs = BACKOFF_MS_MIN;
      changed(undefined);
    });
    socket.on('message', (data: Buffer) => tell(data, changed));
    socket.on('error', ({ message }) => log.debug({ message }, 'the stream of events failed'));
    socket.on('close', () => {
      stopPings();
      if (ended) return;
      timer = setTimeout(open, backoffMs);
      timer.unref();
      backoffMs = Math.min(backoffMs * 2, BACKOFF_MS_MAX);
    });
  };
  open();
  return () => {
    ended = true;
    clearTimeout(timer);
    socket?.terminate();
  };
}

interface LifecycleEvent {
  readonly metadata?: { readonly action?: string; readonly source?: string } | null;
}

function tell(data: Buffer, changed: Changed): void {
  let event: LifecycleEvent;
  try {
    event = JSON.parse(data.toString('utf8')) as LifecycleEvent;
  } catch {
    // Whatever it was, something happened.
    changed(undefined);
    return;
  }
  const { source = '', action = '' } = event.metadata ?? {};
  const name = /^\/1\.0\/instances\/([^/?]+)$/.exec(source.split('?', 1)[0] ?? '')?.[1];
  if (name !== undefined) {
    const key = keyOfName(name);
    if (key !== undefined) changed(key);
  } else if (action.startsWith('cluster-')) changed(undefined);
}

function keepAlive(socket: WebSocket): () => void {
  let answered = true;
  socket.on('pong', () => (answered = true));
  const timer = setInterval(() => {
    if (socket.readyState !== socket.OPEN) return;
    if (!answered) {
      socket.terminate();
      return;
    }
    answered = false;
    socket.ping();
  }, PING_MS);
  timer.unref();
  return () => clearInterval(timer);
}
