import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createDatabase, withoutServer } from '../support/postgres-server.ts';
import { idsIn, KEY, okay, scratchDirectory, TENCENT_LAUNCH } from '../support/spawned-cloud.ts';
import { tencentClient } from '../support/tencent-client.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test(
  'the commands of docs/postgres.md start two processes of one cloud',
  {
    skip: withoutServer,
  },
  async () => {
    const database = await createDatabase();
    const directory = scratchDirectory();
    const page = readFileSync(join(ROOT, 'docs/postgres.md'), 'utf8');
    const scripts = [...page.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, script = '']) =>
      script
        .replace(/postgres:\S+/, database.url)
        .replaceAll('./', `${directory}/`)
        .replace(/--port \d+/, '--port 0')
        .replace(/^npm/m, 'exec npm'),
    );
    assert.equal(scripts.length, 2);
    const started = await Promise.all(scripts.map(start));
    const [one, two] = started.map(({ url }) => tencentClient(url, KEY));
    assert.ok(one && two);
    const ids = idsIn(await okay(one.call('RunInstances', TENCENT_LAUNCH)));
    const seen = await okay(two.call('DescribeInstances', { InstanceIds: ids }));
    assert.equal(seen['TotalCount'], 1);
    for (const client of [one, two]) client.close();
    for (const { stop } of started) assert.equal(await stop(), 0);
    await database.drop();
  },
);

async function start(script: string) {
  const child = spawn('bash', ['-e', '-c', script], {
    cwd: ROOT,
    env: {
      ...process.env,
      YUNTAI_ACCESS_KEY_ID: KEY.id,
      YUNTAI_ACCESS_KEY_SECRET: KEY.secret,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ready = /^yuntai ready (http:\S+)$/m;
  const ended = once(child, 'close');
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  while (!ready.test(said)) {
    const next = await Promise.race([once(child.stdout, 'data').then(() => 'more'), ended]);
    assert.equal(next, 'more', said);
  }
  const stop = async (): Promise<unknown> => {
    child.kill('SIGTERM');
    return (await ended)[0];
  };
  return { url: ready.exec(said)?.[1] ?? '', stop };
}
