import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { repositoryPath } from './generated-file.ts';
import { tencentActions } from './models.ts';
import type { Actions } from './struct.ts';
import { parseDeclarations } from './tencent-declarations.ts';

function generated(name: string): Actions {
  const text = readFileSync(repositoryPath(`conformance/models/${name}.json`), 'utf8');
  return (JSON.parse(text) as { actions: Actions }).actions;
}

describe('models of the SDKs', () => {
  test('an Alibaba response wraps a list, a request does not', () => {
    const { RunInstances, DescribeInstances } = generated('aliyun-ecs');
    assert.deepEqual(RunInstances?.output['InstanceIdSets'], {
      type: 'string',
      list: true,
      element: 'InstanceIdSet',
    });
    assert.equal(DescribeInstances?.output['Instances']?.element, 'Instance');
    assert.equal(RunInstances?.input['DataDisk']?.list, true);
    assert.equal(RunInstances?.input['DataDisk']?.element, undefined);
    assert.equal(RunInstances?.input['RegionId']?.required, true);
  });

  test('cvm holds what the document of 2025-11 added, and what only the SDK has', () => {
    const { RunInstances, DescribeInstances } = generated('tencent-cvm');
    assert.deepEqual(RunInstances?.input['MinCount'], { type: 'integer' });
    const instance = DescribeInstances?.output['InstanceSet']?.members;
    assert.deepEqual(instance?.['HostName'], { type: 'string', sdkOnly: true });
  });

  test('a structure that holds itself is cut, and fields of the declarations are added', () => {
    const model = {
      actions: { Look: { input: 'LookRequest', output: 'LookResponse' } },
      objects: {
        LookRequest: [
          { name: 'At', type: 'string', member: 'datetime_iso', required: true } as const,
        ],
        LookResponse: [{ name: 'Tree', type: 'object', member: 'Node' } as const],
        Node: [{ name: 'Children', type: 'list', member: 'Node' } as const],
      },
    };
    const declarations = parseDeclarations(
      'export interface LookRequest {\n' +
        '    /**\n     * when\n     */\n    Ids?: Array<string>;\n}\n',
    );
    const actions = tencentActions(model, declarations, ['Look']);
    assert.deepEqual(actions['Look'], {
      input: {
        At: { type: 'datetime', required: true },
        Ids: { type: 'string', list: true, sdkOnly: true },
      },
      output: {
        Tree: {
          type: 'object',
          members: { Children: { type: 'object', list: true, recursive: true } },
        },
      },
    });
  });
});
