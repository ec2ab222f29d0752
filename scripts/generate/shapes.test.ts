import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as images from '#apis/aliyun/ecs/models/describe-images.ts';
import * as launch from '#apis/aliyun/ecs/models/run-instances.ts';
import { instance } from '#apis/tencent/cvm/models/instance.ts';
import * as launchOfTencent from '#apis/tencent/cvm/models/run-instances.ts';
import { camelCase, kebabCase, shapeFiles } from './shapes.ts';
import { parseDeclarations } from './tencent-declarations.ts';
import { tencentModel } from './tencent-model.ts';

describe('skeletons', () => {
  test('an Alibaba response wraps a list, a request does not', () => {
    assert.deepEqual(launch.response.fields.InstanceIdSets, {
      kind: 'list',
      item: { kind: 'id', of: 'instance' },
      element: 'InstanceIdSet',
    });
    assert.equal(images.response.fields.Images.element, 'Image');
    assert.equal(launch.request.fields.DataDisk.kind, 'list');
    assert.equal(launch.request.fields.RegionId.required, true);
    assert.equal(launch.request.fields.OwnerId.deprecated, true);
  });

  test('cvm holds what the document of 2025-11 added, and what only the SDK has', () => {
    assert.deepEqual(launchOfTencent.request.fields.MinCount, { kind: 'integer' });
    assert.deepEqual(instance.fields.HostName, { kind: 'string', optional: true });
    assert.equal(instance.fields.PublicIpAddresses.nullable, true);
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
        '    /**\n     * when\n     */\n    VpcIds?: Array<string>;\n}\n',
    );
    const files = shapeFiles(tencentModel('cvm', model, { names: ['Look'], declarations }));
    assert.deepEqual(
      [...files.keys()],
      ['src/apis/tencent/cvm/models/look.ts', 'src/apis/tencent/cvm/models/node.ts'],
    );
    const [look = '', node = ''] = files.values();
    assert.match(look, /At: time\(\{ form: 'seconds', required: true \}\),/);
    assert.match(look, /VpcIds: list\(id\('vpc'\)\),/);
    assert.match(look, /Tree: node,/);
    assert.match(node, /Children: list\(opaque\(\)\),/);
  });

  test('names of files and constants', () => {
    const names = ['DescribeVSwitches', 'GPUInfo', 'Tag', 'DescribeInstancesStatus'];
    assert.equal(
      names.map(kebabCase).join(' '),
      'describe-v-switches gpu-info tag describe-instances-status',
    );
    assert.equal(
      names.map(camelCase).join(' '),
      'describeVSwitches gpuInfo tag describeInstancesStatus',
    );
  });
});
