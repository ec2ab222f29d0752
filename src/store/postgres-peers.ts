import pg from 'pg';
import { type Clock, realClock } from '#kernel/clock.ts';
import { allNews } from './peers.ts';
import type { News, Peers } from './peers.ts';

export interface PeersOptions {
  readonly url: string;
  /** Told when news cannot come for a while. */
  readonly onLost: (error: unknown) => void;
  readonly wall?: Clock;
}

const CHANNEL = 'yuntai';
const RECONNECT_MS = 1_000;

/**
 * Peers by LISTEN and NOTIFY on a connection of their own, outside of any transaction: a NOTIFY
 * inside one would hold up every other commit of the database (D26). A lost connection is made
 * again every second.
 */
export class PostgresPeers implements Peers {
  readonly #options: PeersOptions;
  readonly #wall: Clock;
  readonly #listeners = new Map<News, Set<() => void>>();
  readonly #untold = new Set<News>();
  #client: pg.Client | undefined;
  #cancel: (() => void) | undefined;
  #closed = false;
  #heardBefore = false;

  constructor(options: PeersOptions) {
    this.#options = options;
    this.#wall = options.wall ?? realClock();
  }

  /** Begins to listen; goes on trying where the database is away. */
  async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      application_name: 'yuntai news',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    let over = false;
    const lost = (error: unknown): void => {
      if (over) return;
      over = true;
      this.#lost(client, error);
    };
    client.on('error', lost);
    client.on('end', () => lost(new Error('The connection for news has ended.')));
    client.on('notification', ({ processId, payload }) => {
      // Our own come back too.
      if (processId === this.#pidOf(client)) return;
      for (const news of allNews) if (news === payload) this.#heard(news);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      lost(error);
      return;
    }
    if (this.#closed) {
      await client.end();
      return;
    }
    this.#client = client;
    if (this.#heardBefore) for (const news of allNews) this.#heard(news);
    this.#heardBefore = true;
    this.#flush();
  }

  tell(news: News): void {
    if (this.#untold.size === 0) setImmediate(() => this.#flush());
    this.#untold.add(news);
  }

  onNews(news: News, listener: () => void): () => void {
    const listeners = this.#listeners.get(news) ?? new Set();
    this.#listeners.set(news, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel?.();
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  #heard(news: News): void {
    for (const listener of this.#listeners.get(news) ?? []) listener();
  }

  #pidOf(client: pg.Client): number | undefined {
    return 'processID' in client && typeof client.processID === 'number'
      ? client.processID
      : undefined;
  }

  #flush(): void {
    const client = this.#client;
    if (client === undefined) return;
    for (const news of this.#untold) {
      this.#untold.delete(news);
      client.query('select pg_notify($1, $2)', [CHANNEL, news]).catch(() => {
        // The connection is lost: the next one says it again.
        this.#untold.add(news);
      });
    }
  }

  #lost(client: pg.Client, error: unknown): void {
    client.end().catch(() => undefined);
    if (this.#client === client) this.#client = undefined;
    if (this.#closed) return;
    this.#options.onLost(error);
    this.#cancel = this.#wall.at(this.#wall.now() + RECONNECT_MS, () => void this.connect());
  }
}
