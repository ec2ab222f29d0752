import pg from 'pg';
import type { Clock } from '#kernel/clock.ts';
import { topics } from './news.ts';
import type { News, Topic } from './news.ts';
import { lockServing } from './postgres-locks.ts';

export interface PostgresNewsOptions {
  readonly url: string;
  /** Real time: when a lost connection is made anew, and a silent one is asked. */
  readonly wall: Clock;
  /** Told of a connection that was lost, or could not be made; it is tried again. */
  readonly onLost: (error: unknown) => void;
  /** How long the database may take to answer before the connection counts as lost. */
  readonly answerMsMax?: number;
}

const CHANNEL = 'yuntai';
const AGAIN_MS = 1_000;
const ANSWER_MS_MAX = 5_000;
/** Nothing is ever asked on a connection that only listens: it would not notice its end. */
const BEAT_MS = 5_000;

/** News by NOTIFY, on a connection of its own (D26), made anew whenever it is lost. */
export function openPostgresNews(options: PostgresNewsOptions): PostgresNews {
  return new PostgresNews(options);
}

class PostgresNews implements News {
  readonly #options: PostgresNewsOptions;
  readonly #listeners = new Set<(topic: Topic) => void>();
  /** Until the database has taken them. */
  readonly #untold = new Set<Topic>();
  /** Listening, or about to. */
  #client: pg.Client | undefined;
  #listens = false;
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
    // What is untold already is sent in this turn, or when the database is back.
    if (this.#untold.has(topic)) return;
    this.#untold.add(topic);
    setImmediate(() => this.#send());
  }

  listen(heard: (topic: Topic) => void): () => void {
    this.#listeners.add(heard);
    return () => void this.#listeners.delete(heard);
  }

  /** What was told is sent before, where the database can be reached. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel();
    const client = this.#client;
    if (client === undefined) return;
    if (!this.#listens) {
      cut(client);
      return;
    }
    this.#send();
    const { wall, answerMsMax = ANSWER_MS_MAX } = this.#options;
    const cancel = wall.after(answerMsMax, () => cut(client));
    await client.end();
    cancel();
  }

  #send(): void {
    const told = [...this.#untold];
    if (!this.#listens || told.length === 0) return;
    this.#untold.clear();
    const sql = 'select pg_notify($1, topic) from unnest($2::text[]) as topic';
    this.#client?.query(sql, [CHANNEL, told]).catch(() => {
      // Sent again at the next beat, or on the next connection.
      for (const topic of told) this.#untold.add(topic);
    });
  }

  async #connect(): Promise<void> {
    const { url, wall, onLost, answerMsMax = ANSWER_MS_MAX } = this.#options;
    let client: pg.Client | undefined;
    let lost = false;
    const lose = (error: unknown): void => {
      if (lost || this.#closed) return;
      lost = true;
      this.#client = undefined;
      this.#listens = false;
      this.#cancel();
      if (client !== undefined) cut(client);
      onLost(error);
      this.#cancel = wall.after(AGAIN_MS, () => void this.#connect());
    };
    try {
      // Within, since it throws where a file that the URL names is not there any more.
      client = new pg.Client({
        connectionString: url,
        application_name: 'yuntai news',
        connectionTimeoutMillis: answerMsMax,
        query_timeout: answerMsMax,
        pipeline: true,
      });
      this.#client = client;
      client.on('error', lose);
      client.on('end', () => lose(new Error('The connection ended.')));
      client.on('notification', ({ payload }) => this.#hear(payload));
      await client.connect();
      await lockServing(client);
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      lose(error);
      this.#ready.reject(error);
      return;
    }
    this.#ready.resolve();
    if (lost || this.#closed) return;
    this.#listens = true;
    this.#send();
    this.#beat(client, lose);
    // What was told while it was away is not known: look at everything.
    for (const topic of topics) this.#hear(topic);
  }

  #beat(client: pg.Client, lose: (error: unknown) => void): void {
    const { wall } = this.#options;
    const beaten = (): void => {
      if (this.#closed || this.#client !== client) return;
      this.#send();
      this.#beat(client, lose);
    };
    this.#cancel = wall.after(BEAT_MS, () => {
      client.query('select 1').then(beaten, lose);
    });
  }

  #hear(payload: string | undefined): void {
    const topic = topics.find((one) => one === payload);
    if (topic === undefined) return;
    for (const heard of this.#listeners) heard(topic);
  }
}

/** Ends a connection without a word: nobody may answer any more. */
function cut(client: pg.Client): void {
  client.connection.stream.destroy();
}
