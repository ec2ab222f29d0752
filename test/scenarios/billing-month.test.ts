import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { MAIN } from '../support/command.ts';
import { KEY, spawnCloud } from '../support/spawned-cloud.ts';

const run = promisify(execFile);
const PAGE = 'docs/billing-month.md';
const LOOKS_MAX = 200;
const LOOK_MS = 50;

/** The lines of the page, each a command as it stands. */
function linesOf(page: string): readonly string[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^```sh\n([^]*?)^```$/gm)].flatMap(([, code = '']) => {
    return code.trim().split('\n');
  });
}

/** What a line that reads is to show, by what it begins with, in the order of the page. */
const shown: ReadonlyArray<readonly [string, RegExp]> = [
  ['account balance', /^balance {2}999\.\d+ yuan$[^]*^frozen {3}0\.\d+ yuan$/m],
  ['sign tencent cvm DescribeInstancesStatus', /"InstanceState":"RUNNING"/],
  ['account ledger', /hours of machine .* ins-\w{8} .* an hour$[^]*hours of disk/m],
  ['account balance', /^balance {2}-\d+\.\d+ yuan$/m],
  ['sign tencent cvm DescribeInstances', /"InstanceState":"SHUTDOWN"/],
  ['sign tencent cvm DescribeInstancesStatus', /"InstanceState":"STOPPED"/],
];

test('a month of bills: each command of its page', async () => {
  const cloud = await spawnCloud();
  const env = {
    ...process.env,
    YUNTAI_DATA: cloud.data,
    YUNTAI_ACCESS_KEY_ID: KEY.id,
    YUNTAI_ACCESS_KEY_SECRET: KEY.secret,
  };
  const yuntai = `"${process.execPath}" --disable-warning=ExperimentalWarning "${MAIN}"`;
  const say = async (line: string): Promise<string> => {
    const script = line.replace(/^npx yuntai/, yuntai);
    return (await run('bash', ['-e', '-c', script], { env })).stdout;
  };
  const expected = [...shown];
  for (const line of linesOf(PAGE)) {
    assert.match(line, /^npx yuntai /);
    const [next] = expected;
    let said = await say(line);
    if (next === undefined || !line.startsWith(`npx yuntai ${next[0]}`)) continue;
    // What falls due is done at once, but beside the command that moved the clock.
    for (let look = 0; look < LOOKS_MAX && !next[1].test(said); look += 1) {
      await delay(LOOK_MS);
      said = await say(line);
    }
    assert.match(said, next[1], line);
    expected.shift();
  }
  assert.deepEqual(expected, [], 'the page shows all of it');
  await cloud.closeAudited();
});
