import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Server } from './child.ts';
import type { Benchmark } from './context.ts';
import { startProduct } from './product.ts';
import { type AliyunCall, type Call, prepare, prepareAliyun } from './requests.ts';
import { alternate, compare, slice } from './rounds.ts';

const PAGE = 100;
const TEXT_BYTES = 100 * 1_024;
const RATIO_LEAST = 0.9;
/** A nonce counts once: more than a slice can ask for. */
const REQUESTS_PER_MS = 2;

const tencentPage: Call = { action: 'DescribeInstances', parameters: { Limit: PAGE } };
const aliyunPage: AliyunCall = {
  action: 'DescribeInstances',
  parameters: { PageSize: String(PAGE) },
};

/**
 * Pages of instances that have large texts, beside the same pages of instances without any.
 * Tencent's page shows metadata, so there the texts are user data alone.
 */
export const pageWithTexts: Benchmark = {
  name: 'page-with-texts',
  description: 'a page of 100 instances with 100 KB of texts each, beside one without',
  async run(context) {
    const { scale, data } = context;
    const { instances, copy } = await data.stored(scale.fewStored);
    const start = (kinds: readonly string[]): Promise<Server> => {
      const directory = copy();
      for (const kind of kinds) writeTexts(directory, kind, instances.slice(0, PAGE));
      return startProduct(context, directory);
    };
    const [plain, userData, both] = [
      await start([]),
      await start(['user-data']),
      await start(['user-data', 'metadata']),
    ];
    const one = (server: Server, requests: () => readonly Buffer[], msMax: number) => () =>
      slice(server, { requests: requests(), connections: 1, msMax });
    const tencent = (server: Server, msMax: number) =>
      one(server, () => prepare(server.port, [tencentPage]), msMax);
    const aliyun = (server: Server, msMax: number) =>
      one(
        server,
        () => {
          const calls = Array.from({ length: msMax * REQUESTS_PER_MS }, () => aliyunPage);
          return prepareAliyun(server.port, calls);
        },
        msMax,
      );
    for (const server of [plain, userData, both]) {
      await tencent(server, scale.warmUpMs)();
      await aliyun(server, scale.warmUpMs)();
    }
    const results = await alternate(scale.rounds, {
      tencentPlain: tencent(plain, scale.sliceMs),
      tencentTexts: tencent(userData, scale.sliceMs),
      aliyunPlain: aliyun(plain, scale.sliceMs),
      aliyunTexts: aliyun(both, scale.sliceMs),
    });
    for (const server of [plain, userData, both]) await server.stop();
    const compared = [
      compare('Tencent, user data of 100 KB', results.tencentTexts, results.tencentPlain),
      compare('Alibaba, both of 100 KB', results.aliyunTexts, results.aliyunPlain),
    ];
    return {
      rows: compared.flatMap(({ rows }) => rows),
      targets: compared.map(({ rows, ratio }) => ({
        what: `${rows[0]?.what ?? ''}, to none`,
        wanted: { atLeast: RATIO_LEAST },
        measured: ratio,
        unit: '',
      })),
    };
  },
};

/** Gives instances of a stopped server a text each. */
function writeTexts(directory: string, kind: string, instances: readonly string[]): void {
  const database = new DatabaseSync(join(directory, 'yuntai.db'));
  const insert = database.prepare('insert into blobs (resource, kind, body) values (?, ?, ?)');
  database.exec('begin');
  // A text of metadata is one object; user data is Base64.
  const filler = 'A'.repeat(TEXT_BYTES);
  const body = kind === 'metadata' ? JSON.stringify({ text: filler }) : filler;
  for (const instance of instances) insert.run(instance, kind, body);
  database.exec('commit');
  database.close();
}
