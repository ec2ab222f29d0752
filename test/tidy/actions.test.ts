import { actionDocumentation } from './rules/actions.ts';
import { holds } from './rule.ts';

const PATH = 'src/apis/tencent/cvm/instance/describe-instances.ts';
const LINK = 'https://cloud.tencent.com/document/api/213/15728';
const ACTION = "import { action } from '#apis/context.ts';\nexport const x = action.read({});\n";

holds(actionDocumentation, {
  good: [
    { [PATH]: `// ${LINK}\n${ACTION}` },
    { [PATH]: `/**\n * DescribeInstances\n * ${LINK}\n */\n${ACTION}` },
    { [PATH]: `// DescribeInstances\n// ${LINK}\n${ACTION}` },
    { 'src/apis/tencent/cvm/instance/words.ts': 'export const words = {};\n' },
  ],
  bad: [
    [{ [PATH]: ACTION }, `${PATH}:1`],
    [{ [PATH]: `${ACTION}// ${LINK}\n` }, `${PATH}:1`],
    [{ [PATH]: `// https://example.com/a\n${ACTION}` }, `${PATH}:1`],
    [{ [PATH]: ACTION.replace('read', 'write') }, `${PATH}:1`],
  ],
});
