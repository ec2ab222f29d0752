import { boot, type Running } from '../src/server/boot.ts';
import { simulatedClock } from '../src/kernel/clock.ts';
import { type Random, seededRandom } from '../src/kernel/random.ts';
import type { SignedRequest } from '../src/wire/signed-request.ts';
import { passTime } from '../src/workflow/testing.ts';

const KEYS = 36 ** 8;
const START = Date.UTC(2026, 0, 2, 3, 4, 5);

/** A whole server for clients that know nothing of it but its address and a key pair. */
export interface ConformanceCloud {
  readonly server: Running;
  /** host:port, which is what clients are pointed at. */
  readonly host: string;
  readonly keyId: string;
  readonly secret: string;
  /** The keys of what is made next, in the order in which they are drawn. */
  pin(...keys: readonly string[]): void;
  /** Lets cloud milliseconds pass, with all that falls due in them. */
  passTime(ms: number): Promise<void>;
  /** Sends what a hand-made client has signed. */
  send(request: SignedRequest): Promise<Sent>;
  stop(): Promise<void>;
}

export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Starts a server on a free port. Its wall clock is real, as that of the SDKs is; the cloud's
 * stands still until time is passed, so that every transient state can be looked at.
 */
export async function startCloud(): Promise<ConformanceCloud> {
  const clock = simulatedClock(START);
  const random = pinnedRandom(seededRandom('conformance'));
  const rootKey = { id: 'AKIDofTheConformanceTests', secret: 'secret/of+the=tests' };
  const server = await boot({ cloudClock: clock, random, rootKey });
  return {
    server,
    host: `127.0.0.1:${server.port}`,
    keyId: rootKey.id,
    secret: rootKey.secret,
    pin: (...keys) => random.pin(keys),
    passTime: (ms) => passTime({ engine: server.engine, store: server.store, cloud: clock }, ms),
    send: (request) => send(server.url, request),
    stop: () => server.stop(),
  };
}

interface PinnedRandom extends Random {
  pin(keys: readonly string[]): void;
}

/** Draws as `random` does, but for keys of resources while there are pinned ones. */
function pinnedRandom(random: Random): PinnedRandom {
  const pinned: string[] = [];
  return {
    pin: (keys) => void pinned.push(...keys),
    bytes: (count) => random.bytes(count),
    integer(bound) {
      const key = bound === KEYS ? pinned.shift() : undefined;
      return key === undefined ? random.integer(bound) : Number.parseInt(key, 36);
    },
  };
}

async function send(url: string, request: SignedRequest): Promise<Sent> {
  const { method, target, body } = request;
  // The host is the one of the address, and fetch writes it itself.
  const headers = Object.entries(request.headers).filter(([name]) => name.toLowerCase() !== 'host');
  const init = { method, headers, ...(method === 'POST' && { body }) };
  const response = await fetch(`${url}${target}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}
