import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { boot } from './boot.ts';
import { openPrices } from './open-prices.ts';

const sampleFile = new URL('../pricing/sample-prices.json', import.meta.url);

let directory: string;
before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yuntai-prices-'));
});
after(() => rm(directory, { recursive: true }));

async function fileOf(change: (book: { trafficGB: object; types: object }) => void) {
  const book = JSON.parse(await readFile(sampleFile, 'utf8')) as {
    trafficGB: object;
    types: object;
  };
  change(book);
  const file = join(directory, 'prices.json');
  await writeFile(file, JSON.stringify(book));
  return file;
}

describe('the price book of a server', () => {
  test('is the sample where none is named, and names nothing that the cloud has not', async () => {
    const book = await openPrices(undefined);
    assert.equal(book.traffic.each, 800_000);
    assert.ok(book.types.has('S5.16XLARGE256'));
  });

  test('is the file that is named', async () => {
    const file = await fileOf((book) => {
      book.trafficGB = { each: 2 };
    });
    const server = await boot({ pricesFile: file });
    assert.deepEqual(server.cloud.prices.traffic, { each: 2_000_000, paid: 2_000_000 });
    await server.stop();
  });

  test('may price a type of either vendor, and no other', async () => {
    const priced = (name: string) =>
      fileOf((book) => {
        book.types = { [name]: { month: 1 } };
      });
    for (const name of ['S5.MEDIUM2', 'ecs.g6.large']) {
      assert.ok((await openPrices(await priced(name))).types.has(name));
    }
    const file = await priced('S5.HUGE');
    await assert.rejects(boot({ pricesFile: file }), (error: Error) => {
      return error.message.startsWith(`${file}: $.types.S5.HUGE: no catalogue`);
    });
  });

  test('ends the start where it is not there, is no JSON, or is too large', async () => {
    const missing = join(directory, 'missing.json');
    await assert.rejects(boot({ pricesFile: missing }), /missing\.json cannot be read/);
    const file = join(directory, 'broken.json');
    await writeFile(file, '{');
    await assert.rejects(boot({ pricesFile: file }), /broken\.json: The file is not JSON/);
    await writeFile(file, ' '.repeat(4 * 1024 * 1024 + 1));
    await assert.rejects(boot({ pricesFile: file }), /is larger than 4194304 bytes/);
  });
});
