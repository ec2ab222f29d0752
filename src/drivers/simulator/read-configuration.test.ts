import assert from 'node:assert/strict';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { defaultConfiguration } from './configuration.ts';
import { readConfiguration } from './read-configuration.ts';

describe('the file simulator.json', () => {
  let directory = '';
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'simulator-'));
  });
  after(() => rm(directory, { recursive: true }));
  const inFile = async (text: string): Promise<string> => {
    const file = join(directory, 'simulator.json');
    await writeFile(file, text);
    return file;
  };

  test('is read, and the environment overrides it', async () => {
    const file = await inFile('{"seed":"s","delaysMs":{"boot":9}}');
    const env = { YUNTAI_SIMULATOR_BOOT_MS: '7' };
    const read = await readConfiguration({ file, named: false, env });
    assert.equal(read.seed, 's');
    assert.deepEqual(read.delaysMs.boot, { min: 7, max: 7 });
  });

  test('may be missing, unless the operator named it', async () => {
    const file = join(directory, 'missing.json');
    const read = await readConfiguration({ file, named: false, env: {} });
    assert.deepEqual(read, defaultConfiguration);
    await assert.rejects(readConfiguration({ file, named: true, env: {} }), /missing\.json cannot/);
  });

  test('names itself when it is wrong or too large', async () => {
    const wrong = await inFile('{"sed":1}');
    const reading = () => readConfiguration({ file: wrong, named: false, env: {} });
    await assert.rejects(reading, /simulator\.json: \$ has no key "sed"/);
    await truncate(wrong, 5 * 1024 * 1024);
    await assert.rejects(reading, /simulator\.json is larger than/);
  });
});
