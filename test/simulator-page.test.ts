import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { catalogue } from '#apis/catalogue.ts';
import { parseConfiguration } from '#drivers/simulator/configuration.ts';
import { zones } from '#resources/region/region.ts';

test('the example of the simulator page is a file that the server takes', async () => {
  const page = await readFile(new URL('../docs/reference/simulator.md', import.meta.url), 'utf8');
  const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const known = { zones: zones.map(({ name }) => name) };
  const { stock, hosts } = parseConfiguration(example, known);
  assert.equal(hosts.zones['guangzhou-3']?.perZone, 4);
  for (const { type } of stock) {
    if (type !== undefined) assert.ok(catalogue.instanceType(type), `no type is named ${type}`);
  }
});
