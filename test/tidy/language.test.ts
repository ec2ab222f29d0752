import { documents } from './rules/documents.ts';
import { barrels, language, lonelyTests, sqlText } from './rules/language.ts';
import { injected, repeatable } from './rules/time-and-chance.ts';
import { holds } from './rule.ts';

const A = 'src/wire/a.ts';

holds(injected, {
  good: [
    { 'src/kernel/a.ts': 'Date.now(); setTimeout(f, 1); Math.random();' },
    { 'src/drivers/simulator/a.ts': "import { setTimeout } from 'node:timers/promises';" },
    { [A]: 'new Date(0); request.setTimeout(5); clock.now(); interface A { setTimeout: number }' },
    { 'test/a.test.ts': 'Date.now(); setTimeout(f, 1);' },
  ],
  bad: [
    [{ [A]: '\nDate.now();' }, `${A}:2`],
    [{ [A]: 'new Date();' }, `${A}:1`],
    [{ [A]: 'Date();' }, `${A}:1`],
    [{ [A]: 'const f = Date.now;' }, `${A}:1`],
    [{ [A]: 'Math.random();' }, `${A}:1`],
    [{ [A]: "import { randomUUID } from 'node:crypto';" }, `${A}:1`],
    [{ [A]: "import * as c from 'node:crypto';\nc.randomUUID();" }, `${A}:2`],
    [{ [A]: 'globalThis.setTimeout(f, 1);' }, `${A}:1`],
    [{ [A]: 'f({ setTimeout });' }, `${A}:1`],
    [{ [A]: "import { setInterval as every } from 'node:timers';" }, `${A}:1`],
    [{ 'src/wire/a.test.ts': 'setTimeout(f, 1);' }, 'src/wire/a.test.ts:1'],
  ],
});

holds(repeatable, {
  good: [{ 'test/a.test.ts': 'Date.now(); seeded.random();', 'scripts/a.ts': 'Math.random();' }],
  bad: [
    [{ 'test/a.test.ts': 'Math.random();' }, 'test/a.test.ts:1'],
    [{ 'conformance/a.ts': 'crypto.randomUUID();' }, 'conformance/a.ts:1'],
  ],
});

holds(language, {
  good: [
    { [A]: 'try { f(); } catch (error) { g(error); }\nconst a: unknown = 1;\nexport { a };' },
    { [A]: 'try { f(); } catch {\n  // It is gone already, which is what was wanted.\n}' },
    { 'scripts/a.mjs': 'console.log(1);', 'bench/main.ts': 'console.log(1);' },
    { [A]: "declare module 'x' {}\n// any enum, console.log and namespace\nconst any = 'any';" },
  ],
  bad: [
    [{ [A]: 'const a: any = 1;\nexport function f(a: any[]): void {}' }, `${A}:1`, `${A}:2`],
    [{ [A]: 'export enum A { B }' }, `${A}:1`],
    [{ [A]: 'export namespace A { const b = 1; }' }, `${A}:1`],
    [{ [A]: '\nexport default 1;' }, `${A}:2`],
    [{ 'conformance/a.mjs': 'export default {};' }, 'conformance/a.mjs:1'],
    [{ [A]: 'try { f(); } catch {}' }, `${A}:1`],
    [{ [A]: 'try { f(); } catch (error) {\n}' }, `${A}:1`],
    [{ [A]: 'console.log(1);\nconsole.error(2);' }, `${A}:1`, `${A}:2`],
    [{ 'test/a.test.ts': 'console.log(1);' }, 'test/a.test.ts:1'],
  ],
});

holds(barrels, {
  good: [
    { [A]: "export { a } from './b.ts';\nexport const c = 1;" },
    { [A]: 'export const a = 1;' },
    { [A]: '' },
  ],
  bad: [
    [{ 'src/wire/index.ts': 'export const a = 1;' }, 'src/wire/index.ts:0'],
    [{ [A]: "export { a } from './b.ts';\nexport type { B } from './b.ts';" }, `${A}:0`],
    [{ [A]: "import { a } from './b.ts';\nexport { a };" }, `${A}:0`],
    [{ [A]: "export const a = 1;\nexport * from './b.ts';" }, `${A}:2`],
  ],
});

const FROM = 'from instance where key =';

holds(sqlText, {
  good: [
    { [A]: 'sql`select * from instance where key = ${key}`;\nsql<Row>`update a set b = ${b}`;' },
    { [A]: "const text = 'select * from instance';\nconst whole = `select 1 from a`;" },
    { [A]: 'throw new Error(`Select an instance type, not ${name}`);' },
    { [A]: "sql.raw('select 1');" },
    { 'test/a.test.ts': `f(\`select * ${FROM} \${key}\`);` },
  ],
  bad: [
    [{ [A]: `f(\`\n  select * ${FROM} \${key}\`);` }, `${A}:1`],
    [{ [A]: 'f(`insert into ${table} values (1)`);' }, `${A}:1`],
    [{ [A]: 'f(`update ${table} set a = 1`);\nf(`UPDATE a SET b = ${b}`);' }, `${A}:1`, `${A}:2`],
    [{ [A]: "f('delete from ' + table);" }, `${A}:1`],
    [{ [A]: "f('select * from ' + table);" }, `${A}:1`],
    [{ [A]: 'sql.raw(text);' }, `${A}:1`],
    [{ [A]: 'f(`create unique index a on ${table} (b)`);' }, `${A}:1`],
  ],
});

const T = 'src/wire/a.test.ts';

holds(lonelyTests, {
  good: [{ [T]: "test('a', { skip: 'needs a cluster' }, f);\nconst only = true;" }],
  bad: [
    [{ [T]: "test.only('a', f);" }, `${T}:1`],
    [{ [T]: "test('a', { only: true }, f);" }, `${T}:1`],
    [{ [T]: "it.skip('a', f);" }, `${T}:1`],
    [{ [T]: "test('a', { skip: true }, f);" }, `${T}:1`],
  ],
});

holds(documents, {
  good: [
    { [A]: "likeText(eb.ref('name'), pattern); like('type'); f('doc');" },
    { 'test/a.test.ts': "like('doc');" },
  ],
  bad: [
    [{ [A]: "\nlikeText(eb.ref('doc'), pattern);" }, `${A}:2`],
    [{ [A]: "likeText(eb.ref('instances.own'), pattern);" }, `${A}:1`],
    [{ [A]: "const narrowings = { a: like('doc') };" }, `${A}:1`],
  ],
});
