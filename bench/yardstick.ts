// The least a server can do for a request, to hold the product against: node:http, the body, one
// TC3 verification with the signing key kept, JSON.parse, one prepared read or one durable commit
// of the rows that the product writes, to the tables it writes them to, and bytes that were
// serialised before. It decides nothing: rows are copies of what the product once wrote. Run by
// the benchmarks: node bench/yardstick.ts FILE
import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';

/** A row as the product wrote it. */
export interface TemplateRow {
  readonly table: string;
  readonly columns: Readonly<Record<string, string | number | null>>;
  /** Columns that say which row is written again; none for one that is inserted. */
  readonly key?: readonly string[];
}

/** What to do for a request. */
export interface YardstickOptions {
  readonly database: string;
  readonly secretId: string;
  readonly secret: string;
  readonly work:
    | { readonly kind: 'read' }
    | {
        readonly kind: 'commit';
        /** Written for each instance of a request, with keys of their own. */
        readonly each: readonly TemplateRow[];
        /** Written once for each request. */
        readonly once: readonly TemplateRow[];
        readonly instances: number;
        readonly answer: string;
      };
}

type Answer = (parameters: { readonly InstanceIds?: readonly string[] }) => string | Buffer;

function read(database: DatabaseSync): Answer {
  const byId = database.prepare('select answer from answers where id = ?');
  byId.setReturnArrays(true);
  return (parameters) => {
    const row: unknown = byId.get(parameters.InstanceIds?.[0] ?? '');
    return (row as readonly string[])[0] ?? '';
  };
}

function commit(
  database: DatabaseSync,
  work: YardstickOptions['work'] & { kind: 'commit' },
): Answer {
  const begin = database.prepare('begin immediate');
  const end = database.prepare('commit');
  let made = 0;
  const writeOf = ({ table, columns, key: keys = [] }: TemplateRow) => {
    const names = Object.keys(columns).filter((name) => !keys.includes(name));
    const places = names.map(() => '?').join();
    const conditions = keys.map((name) => `${name} = ?`).join(' and ');
    const statement = database.prepare(
      keys.length === 0
        ? `insert into ${table} (${names.join()}) values (${places})`
        : `update ${table} set (${names.join()}) = (${places}) where ${conditions}`,
    );
    const values = [...names, ...keys].map((name) => columns[name] ?? null);
    // What is unique differs from row to row, as it does in the product.
    const own = ['key', 'instance', 'resource', 'target'].map((name) => names.indexOf(name));
    const address = names.indexOf('private_ip');
    return (key: string): void => {
      for (const at of own) if (at >= 0) values[at] = key;
      if (address >= 0) values[address] = made;
      statement.run(...values);
    };
  };
  const each = work.each.map(writeOf);
  const once = work.once.map(writeOf);
  const answer = Buffer.from(work.answer);
  return () => {
    begin.run();
    for (let left = work.instances; left > 0; left -= 1) {
      made += 1;
      const key = keyOf(made);
      for (const write of each) write(key);
    }
    for (const write of once) write(keyOf(made));
    end.run();
    return answer;
  };
}

const KEYS = 36 ** 8;

/** Eight characters, scattered as random keys are: neighbours would be cheaper to insert. */
function keyOf(number: number): string {
  const scattered = (number * 1_000_003_000_017) % KEYS;
  return scattered.toString(36).padStart(8, '0');
}

const AUTHORIZATION = new RegExp(
  '^TC3-HMAC-SHA256 Credential=([^/]+)/([^/]+)/([^/]+)/tc3_request, ' +
    'SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$',
);

function verifier({ secretId, secret }: YardstickOptions) {
  let kept: { readonly scope: string; readonly key: KeyObject } | undefined;
  const keyOfScope = (date: string, service: string, scope: string): KeyObject => {
    if (kept?.scope === scope) return kept.key;
    const hmac = (key: string | Buffer, text: string) =>
      createHmac('sha256', key).update(text).digest();
    const key = hmac(hmac(hmac(`TC3${secret}`, date), service), 'tc3_request');
    kept = { scope, key: createSecretKey(key) };
    return kept.key;
  };
  return ({ headers, method, url }: IncomingMessage, body: Buffer): boolean => {
    const [, id, date = '', service = '', names = '', signature = ''] =
      AUTHORIZATION.exec(headers.authorization ?? '') ?? [];
    if (id !== secretId) return false;
    let lines = '';
    for (const name of names.split(';')) {
      lines += `${name}:${String(headers[name]).trim().toLowerCase()}\n`;
    }
    const canonical = `${method}\n${url}\n\n${lines}\n${names}\n${hash('sha256', body)}`;
    const scope = `${date}/${service}/tc3_request`;
    const timestamp = String(headers['x-tc-timestamp']);
    if (Math.abs(Number(timestamp) - Date.now() / 1_000) > 300) return false;
    const text = `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${hash('sha256', canonical)}`;
    const right = createHmac('sha256', keyOfScope(date, service, scope))
      .update(text)
      .digest();
    return timingSafeEqual(right, Buffer.from(signature, 'hex'));
  };
}

const options = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as YardstickOptions;
const database = new DatabaseSync(options.database);
database.exec('pragma locking_mode = exclusive; pragma journal_mode = wal');
database.exec('pragma synchronous = full; pragma cache_size = -8192');
const verify = verifier(options);
const answerTo = options.work.kind === 'read' ? read(database) : commit(database, options.work);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    if (!verify(request, body)) {
      response.writeHead(401).end();
      return;
    }
    const answer = answerTo(JSON.parse(body.toString('utf8')) as never);
    const length = Buffer.byteLength(answer);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': length });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`yardstick ready http://127.0.0.1:${port}\n`);
});
process.once('SIGTERM', () => {
  server.closeAllConnections();
  database.close();
  process.exit(0);
});
