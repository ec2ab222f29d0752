import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createDatabase, withoutServer } from '../support/postgres-server.ts';
import { idsIn, KEY, okay, scratchDirectory, TENCENT_LAUNCH } from '../support/spawned-cloud.ts';
import { tencentClient, type TencentClient } from '../support/tencent-client.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const YUNTAI = `"${process.execPath}" "${join(ROOT, 'bin/yuntai.mjs')}"`;

/** The lines of the page's commands, in their order, for this directory and this database. */
function commandsOfThePage(directory: string, database: string): readonly string[] {
  const page = readFileSync(join(ROOT, 'docs/moving-a-cloud.md'), 'utf8');
  const scripts = [...page.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, script = '']) => script);
  const lines = scripts.flatMap((script) => script.trim().split('\n'));
  return lines.map((line) =>
    line
      .replaceAll(/postgres:\S+/g, database)
      .replaceAll(' ./', ` ${directory}/`)
      .replace(/^npx yuntai/, YUNTAI),
  );
}

/** Serves with a command of the page for as long as a client has something to ask. */
async function serving<T>(command: string, use: (client: TencentClient) => Promise<T>): Promise<T> {
  const child = spawn('bash', ['-c', `exec ${command} --port 0`], {
    env: {
      ...process.env,
      YUNTAI_ACCESS_KEY_ID: KEY.id,
      YUNTAI_ACCESS_KEY_SECRET: KEY.secret,
    },
  });
  let said = '';
  const ended = once(child, 'close');
  const hear = (text: string): void => {
    said += text;
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
  const ready = /^yuntai ready (http:\S+)$/m;
  while (!ready.test(said)) {
    const next = await Promise.race([once(child.stdout, 'data').then(() => 'more'), ended]);
    assert.equal(next, 'more', said);
  }
  const client = tencentClient(ready.exec(said)?.[1] ?? '', KEY);
  try {
    return await use(client);
  } finally {
    client.close();
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null], said);
  }
}

test(
  'the commands of docs/moving-a-cloud.md move a cloud to PostgreSQL, and back',
  { skip: withoutServer },
  async () => {
    const directory = scratchDirectory();
    const database = await createDatabase();
    const lines = commandsOfThePage(directory, database.url);
    const [createdb = '', there = '', serveThere = '', back = '', serveBack = ''] = lines;
    assert.deepEqual([createdb, lines.length], ['createdb yuntai', 5]);
    const copy = (command: string): void => {
      const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    };
    const launch = async (client: TencentClient): Promise<readonly string[]> =>
      idsIn(await okay(client.call('RunInstances', TENCENT_LAUNCH)));
    const seen = async (client: TencentClient): Promise<unknown> =>
      (await okay(client.call('DescribeInstances', {})))['TotalCount'];

    await serving(`${YUNTAI} serve --data ${directory}/.yuntai`, launch);
    copy(there);
    await serving(serveThere, async (client) => {
      assert.equal(await seen(client), 1);
      await launch(client);
    });
    copy(back);
    assert.equal(await serving(serveBack, seen), 2);
    await database.drop();
  },
);
