import { generations } from './rules/generations.ts';
import { cycles, dependencies, importPaths, testParts } from './rules/imports.ts';
import { concrete, nouns, rooms } from './rules/rooms.ts';
import { holds } from './rule.ts';

const imports = (...specifiers: string[]) =>
  specifiers.map((specifier) => `import { a } from '${specifier}';\n`).join('');

holds(rooms, {
  good: [
    { 'src/kernel/a.ts': imports('./b.ts', 'node:fs') },
    { 'src/wire/tencent/a.ts': imports('#kernel/a.ts', '../a.ts') },
    { 'src/resources/instance/a.ts': imports('#store/store.ts', '#drivers/driver.ts') },
    { 'src/apis/execute.ts': imports('#store/store.ts') },
    { 'src/kernel/a.test.ts': imports('#store/sqlite.ts', '../../test/cloud.ts') },
    { 'src/server/boot.ts': imports('#apis/a.ts', '#workflow/a.ts', '#store/sqlite.ts') },
  ],
  bad: [
    [{ 'src/kernel/a.ts': imports('#wire/a.ts') }, 'src/kernel/a.ts:1'],
    [{ 'src/wire/a.ts': imports('#kernel/a.ts', '#resources/a.ts') }, 'src/wire/a.ts:2'],
    [{ 'src/resources/a/a.ts': "import type { A } from '#wire/a.ts';" }, 'src/resources/a/a.ts:1'],
    [{ 'src/store/a.ts': imports('#resources/a/a.ts') }, 'src/store/a.ts:1'],
    [
      { 'src/apis/tencent/cvm/a/a.ts': imports('#store/store.ts') },
      'src/apis/tencent/cvm/a/a.ts:1',
    ],
    [{ 'src/apis/a.ts': "export { a } from '#server/a.ts';" }, 'src/apis/a.ts:1'],
    [{ 'src/apis/a.ts': "await import('#server/a.ts');" }, 'src/apis/a.ts:1'],
    [{ 'src/wire/a.ts': imports('../../conformance/a.ts') }, 'src/wire/a.ts:1'],
    [{ 'src/misc/a.ts': imports('#kernel/a.ts') }, 'src/misc/a.ts:1'],
  ],
});

holds(concrete, {
  good: [
    { 'src/server/boot.ts': imports('#drivers/simulator/simulator.ts', '#store/sqlite.ts') },
    { 'src/drivers/simulator/a.ts': imports('./b.ts', '../driver.ts') },
    { 'src/drivers/driver.ts': imports('./storage.ts') },
    { 'src/store/group-commit.ts': imports('./store.ts', './sqlite-writer.ts') },
    { 'src/resources/a/a.test.ts': imports('#store/sqlite.ts') },
  ],
  bad: [
    [{ 'src/server/http.ts': imports('#store/sqlite.ts') }, 'src/server/http.ts:1'],
    [
      { 'src/resources/a/a.ts': imports('#drivers/driver.ts', '#drivers/incus/incus.ts') },
      'src/resources/a/a.ts:2',
    ],
    [{ 'src/drivers/incus/a.ts': imports('../simulator/a.ts') }, 'src/drivers/incus/a.ts:1'],
    [{ 'src/drivers/driver.ts': imports('./simulator/a.ts') }, 'src/drivers/driver.ts:1'],
    [{ 'src/drivers/storage.ts': imports('./incus/a.ts') }, 'src/drivers/storage.ts:1'],
    [{ 'src/store/store.ts': imports('./postgres.ts') }, 'src/store/store.ts:1'],
  ],
});

const RUN = 'src/resources/instance/verbs/run.ts';

holds(nouns, {
  good: [
    { [RUN]: imports('../table.ts', '../../subnet/subnet.ts', '../../subnet/verbs/take.ts') },
    {
      'src/resources/instance/table.ts': "import { existsTag } from '../tag/table.ts';",
      'src/resources/workflows.ts': imports('./instance/workflows/launch.ts'),
    },
    { 'src/apis/tencent/cvm/a/a.ts': imports('#resources/instance/verbs/run.ts') },
  ],
  bad: [
    [{ [RUN]: imports('../../subnet/table.ts') }, `${RUN}:1`],
    [{ [RUN]: "import { existsTag, tags } from '../../tag/table.ts';" }, `${RUN}:1`],
    [{ [RUN]: imports('../../subnet/workflows/a.ts') }, `${RUN}:1`],
    [
      { 'src/resources/instance/table.ts': imports('../tag/table.ts') },
      'src/resources/instance/table.ts:1',
    ],
    [{ 'src/apis/execute.ts': imports('#resources/instance/table.ts') }, 'src/apis/execute.ts:1'],
    [{ 'src/server/admin.ts': imports('#resources/tag/table.ts') }, 'src/server/admin.ts:1'],
  ],
});

holds(importPaths, {
  good: [
    { 'src/wire/a.ts': imports('./b.ts', './d.json', '#kernel/a.ts', 'pino', 'node:fs') },
    { 'test/a.test.ts': imports('#kernel/a.ts', './cloud.ts') },
    { 'conformance/a.test.ts': imports('../src/kernel/a.ts') },
  ],
  bad: [
    [{ 'src/wire/a.ts': imports('../kernel/a.ts') }, 'src/wire/a.ts:1'],
    [{ 'src/wire/a.ts': imports('./b') }, 'src/wire/a.ts:1'],
    [{ 'test/a.test.ts': imports('../src/kernel/a.ts') }, 'test/a.test.ts:1'],
  ],
});

holds(cycles, {
  good: [
    {
      'src/a/a.ts': imports('./b.ts', './c.ts'),
      'src/a/b.ts': imports('./c.ts'),
      'src/a/c.ts': '',
    },
  ],
  bad: [
    [{ 'src/a/a.ts': imports('./b.ts'), 'src/a/b.ts': imports('#a/a.ts') }, 'src/a/a.ts:0'],
    [{ 'src/a/a.ts': imports('./a.ts') }, 'src/a/a.ts:0'],
    [
      {
        'src/a/z.ts': imports('./c.ts'),
        'src/a/c.ts': "import type { D } from './d.ts';",
        'src/a/d.ts': imports('./e.ts'),
        'src/a/e.ts': imports('./c.ts'),
      },
      'src/a/c.ts:0',
    ],
  ],
});

const MANIFEST = '{"dependencies":{"pino":"1","@scope/name":"1"},"devDependencies":{"b":"1"}}';

holds(dependencies, {
  good: [
    { 'package.json': MANIFEST, 'src/a/a.ts': imports('pino', '@scope/name/part', 'node:fs') },
    { 'package.json': MANIFEST, 'src/a/a.test.ts': imports('b'), 'scripts/a.ts': imports('b') },
  ],
  bad: [
    [{ 'package.json': MANIFEST, 'src/a/a.ts': imports('pino', 'b') }, 'src/a/a.ts:2'],
    [{ 'package.json': MANIFEST, 'src/a/a.ts': imports('@scope/other') }, 'src/a/a.ts:1'],
  ],
});

holds(testParts, {
  good: [{ 'src/a/a.test.ts': imports('./cases.ts'), 'src/a/cases.ts': '' }],
  bad: [
    [{ 'src/a/a.ts': imports('./cases.ts'), 'src/a/cases.ts': '' }, 'src/a/a.ts:1'],
    [{ 'src/a/a.ts': imports('./store-cases.ts'), 'src/a/store-cases.ts': '' }, 'src/a/a.ts:1'],
    [{ 'src/a/a.ts': imports('./fixtures/b.ts'), 'src/a/fixtures/b.ts': '' }, 'src/a/a.ts:1'],
  ],
});

const OF_2017 = 'src/apis/tencent/cvm-2017/instance/a.ts';

holds(generations, {
  good: [
    { [OF_2017]: imports('./b.ts', '../filters.ts', '../../structs/instance/words.ts') },
    { 'src/apis/tencent/cvm-2017/service.ts': imports('../cvm/region/describe-zones.ts') },
    { 'src/apis/tencent/structs/instance/a.ts': imports('../../cvm/models/instance.ts') },
    { 'src/apis/tencent/legacy-cvm/a.ts': imports('../legacy/paging.ts', '../older-actions.ts') },
  ],
  bad: [
    [{ [OF_2017]: imports('../../cvm/instance/words.ts') }, `${OF_2017}:1`],
    [
      { 'src/apis/tencent/legacy-dfw/a.ts': imports('../vpc/tags.ts', '../cvm-2017/filters.ts') },
      'src/apis/tencent/legacy-dfw/a.ts:1',
      'src/apis/tencent/legacy-dfw/a.ts:2',
    ],
    [
      { 'src/apis/tencent/cvm/a.ts': imports('#apis/tencent/legacy/places.ts') },
      'src/apis/tencent/cvm/a.ts:1',
    ],
  ],
});
