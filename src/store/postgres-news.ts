import pg from 'pg';
import type { Clock } from '#kernel/clock.ts';
import { topics } from './news.ts';
import type { News, Topic } from './news.ts';
import { lockServing } from './postgres-locks.ts';

export interface PostgresNewsOptions {
  readonly url: string;
  /** Real time: how long to wait before a lost connection is made anew. */
  readonly wall: Clock;
  /** Told of a connection that was lost, or could not be made; it is tried again. */
  readonly onLost: (error: unknown) => void;
}

const CHANNEL = 'yuntai';
const AGAIN_MS = 1_000;
const CONNECTION_TIMEOUT_MS = 5_000;

/** News by NOTIFY, on a connection of its own (D26), made anew whenever it is lost. */
export function openPostgresNews(options: PostgresNewsOptions): PostgresNews {
  return new PostgresNews(options);
}

class PostgresNews implements News {
  readonly #options: PostgresNewsOptions;
  readonly #listeners = new Set<(topic: Topic) => void>();
  readonly #untold = new Set<Topic>();
  #client: pg.Client | undefined;
  #cancel: () => void = () => undefined;
  #closed = false;
  readonly #ready = Promise.withResolvers<void>();

  constructor(options: PostgresNewsOptions) {
    this.#options = options;
    this.#ready.promise.catch(() => undefined);
    void this.#connect();
  }

  /** Once the first connection is there and says so to others; rejects where it could not. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  tell(topic: Topic): void {
    if (this.#untold.size === 0) setImmediate(() => this.#send());
    this.#untold.add(topic);
  }

  listen(heard: (topic: Topic) => void): () => void {
    this.#listeners.add(heard);
    return () => void this.#listeners.delete(heard);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel();
    await this.#client?.end();
  }

  #send(): void {
    const told = [...this.#untold];
    this.#untold.clear();
    for (const topic of told) {
      this.#client?.query('select pg_notify($1, $2)', [CHANNEL, topic]).catch(() => {
        // The connection is lost, of which `error` tells; the others look when they are back.
      });
    }
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      application_name: 'yuntai news',
      keepAlive: true,
      connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    });
    let lost = false;
    const lose = (error: unknown): void => {
      if (lost || this.#closed) return;
      lost = true;
      if (this.#client === client) this.#client = undefined;
      this.#options.onLost(error);
      const { wall } = this.#options;
      this.#cancel = wall.at(wall.now() + AGAIN_MS, () => void this.#connect());
    };
    client.on('error', lose);
    client.on('end', () => lose(new Error('The connection ended.')));
    client.on('notification', ({ payload }) => this.#hear(payload));
    try {
      await client.connect();
      await lockServing(client);
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      lose(error);
      this.#ready.reject(error);
      void client.end();
      return;
    }
    this.#ready.resolve();
    if (this.#closed) {
      await client.end();
      return;
    }
    this.#client = client;
    // What was told while it was away is not known: look at everything.
    for (const topic of topics) this.#hear(topic);
  }

  #hear(payload: string | undefined): void {
    const topic = topics.find((one) => one === payload);
    if (topic === undefined) return;
    for (const heard of this.#listeners) heard(topic);
  }
}
