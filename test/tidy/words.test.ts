import { docComments, leftovers, sources } from './rules/comments.ts';
import { decisionMarks } from './rules/decision-marks.ts';
import { exportNames, fileNames, vendorWords } from './rules/words.ts';
import { holds } from './rule.ts';

const A = 'src/resources/instance/a.ts';

holds(docComments, {
  good: [
    { [A]: '/** Says. */\nexport function f(): void {}\nfunction g(): void {}' },
    { [A]: '/** Says. */\nexport const f = () => 1;\nexport const c = 1;\nexport class C {}' },
    { [A]: '/** Says. */\nexport function f(a: A): A;\nexport function f(a: B): B {}' },
    { 'src/a/a.test.ts': 'export function f(): void {}', 'scripts/a.ts': 'export function f() {}' },
  ],
  bad: [
    [{ [A]: '\nexport function f(): void {}' }, `${A}:2`],
    [{ [A]: '// Says.\nexport const f = () => 1;' }, `${A}:2`],
    [{ [A]: '/** Says. */\nconst a = 1;\nexport async function f(): Promise<void> {}' }, `${A}:3`],
  ],
});

const STATES = 'src/resources/instance/states.ts';
const FAULTS = 'src/apis/tencent/cvm/instance/faults.ts';

holds(sources, {
  good: [
    { [STATES]: '// seed 004 L4870\nexport const states = {};', [A]: 'export const a = 1;' },
    { [FAULTS]: '/** https://cloud.tencent.com/document/api/213/15753 */\nexport const a = 1;' },
    { [FAULTS]: '// facts/cvm3-domain.md, section 4\nexport const a = 1;' },
  ],
  bad: [
    [{ [STATES]: '// The states.\nexport const states = {};' }, `${STATES}:0`],
    [{ [FAULTS]: "export const a = 'seed 004';" }, `${FAULTS}:0`],
  ],
});

const DECIDED = { 'docs/decisions.md': '**D3. Bookings.** Each is conditional.' };

holds(decisionMarks, {
  good: [
    { 'src/a.ts': '/** Books one (D3). */', ...DECIDED },
    { 'src/a.ts': 'const D4 = f("(D5)");', ...DECIDED },
  ],
  bad: [
    [{ 'src/a.ts': '\n/** Books one (D4). */', ...DECIDED }, 'src/a.ts:2'],
    [{ 'src/a.ts': '// Undone (DryRun, D4).' }, 'src/a.ts:1'],
  ],
});

holds(leftovers, {
  good: [{ [A]: "const TODO = 'TODO';\n// What is to do is done." }],
  bad: [[{ [A]: 'f();\n// TODO: g()' }, `${A}:2`]],
});

holds(vendorWords, {
  good: [
    { [A]: "// Tencent's ins-, seed 004 L123\nconst a = 'instance';" },
    { 'src/apis/tencent/a.ts': "const tencent = 'ins-';", 'src/wire/a.ts': "f('aliyun');" },
    { 'src/resources/instance/a.test.ts': "f('tencent');", 'test/a.ts': "f('tencent');" },
  ],
  bad: [
    [{ [A]: "f('tencent');\nf(`aliyun ${a}`);" }, `${A}:1`, `${A}:2`],
    [{ [A]: 'const idOfAlibaba = 1;' }, `${A}:1`],
    [{ [A]: 'f({ Tencent: 1 });' }, `${A}:1`],
    [{ [A]: "f('ins-');\nf('RunInstances');" }, `${A}:1`, `${A}:2`],
    [{ 'src/store/a.ts': 'f(`ins-${key}`);' }, 'src/store/a.ts:1'],
  ],
});

holds(fileNames, {
  good: [{ 'src/kernel/key-pair.test.ts': '', 'README.md': '', 'test/tidy/data.v2.json': '' }],
  bad: [
    [{ 'src/kernel/keyPair.ts': '' }, 'src/kernel/keyPair.ts:0'],
    [{ 'src/Kernel/a.ts': '' }, 'src/Kernel/a.ts:0'],
    [{ 'test/key_pair.ts': '' }, 'test/key_pair.ts:0'],
    [{ 'src/kernel/utils.ts': '' }, 'src/kernel/utils.ts:0'],
    [{ 'src/kernel/string-helpers.ts': '' }, 'src/kernel/string-helpers.ts:0'],
    [{ 'test/helpers/a.ts': '' }, 'test/helpers/a.ts:0'],
  ],
});

holds(exportNames, {
  good: [{ [A]: 'export class Store {}\nexport function utilisation(): void {}' }],
  bad: [
    [{ [A]: 'export class StoreManager {}' }, `${A}:1`],
    [{ [A]: 'export function dateHelper(): void {}' }, `${A}:1`],
    [{ [A]: 'export interface StringUtils {}' }, `${A}:1`],
  ],
});
