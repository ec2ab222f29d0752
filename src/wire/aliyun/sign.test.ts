import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signAcs3, signRpc } from './sign.ts';
import type { RpcStyle } from './sign.ts';

const RPC = {
  accessKeyId: 'testid',
  accessKeySecret: 'testsecret',
  host: 'ecs.aliyuncs.com',
  action: 'DescribeRegions',
  version: '2014-05-26',
  timestampSeconds: 1456231584,
  nonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
};

test('RPC: the example of the document', () => {
  const signed = signRpc({ ...RPC, format: 'XML' });
  assert.equal(signed.method, 'GET');
  assert.match(signed.target, /&Signature=OLeaidS1JvxuMvnyHOwuJ%2BuX5qY%3D$/);
  assert.match(signed.target, /&Timestamp=2016-02-23T12%3A46%3A24Z&/);
});

function places(style: RpcStyle): Record<string, string | boolean> {
  const signed = signRpc({ ...RPC, style, parameters: { RegionId: 'cn-hangzhou' } });
  return {
    method: signed.method,
    queryCommon: signed.target.includes('Action=DescribeRegions'),
    queryOwn: signed.target.includes('RegionId='),
    formCommon: signed.body.includes('Action=DescribeRegions'),
    formOwn: signed.body.includes('RegionId='),
    contentType: signed.headers['Content-Type'] ?? '',
  };
}

test('RPC: each style puts the parameters where its clients do', () => {
  const contentType = 'application/x-www-form-urlencoded';
  const query = { queryCommon: true, queryOwn: true, formCommon: false, formOwn: false };
  assert.deepEqual(places('get'), { method: 'GET', ...query, contentType: '' });
  assert.deepEqual(places('post-query'), { method: 'POST', ...query, contentType });
  const form = { queryCommon: false, queryOwn: false, formCommon: true, formOwn: true };
  assert.deepEqual(places('post-form'), { method: 'POST', ...form, contentType });
  const split = { queryCommon: true, queryOwn: false, formCommon: false, formOwn: true };
  assert.deepEqual(places('post-split'), { method: 'POST', ...split, contentType });
});

test('ACS3: the example of the document', () => {
  const signed = signAcs3({
    accessKeyId: 'YourAccessKeyId',
    accessKeySecret: 'YourAccessKeySecret',
    host: 'ecs.cn-shanghai.aliyuncs.com',
    action: 'RunInstances',
    version: '2014-05-26',
    timestampSeconds: 1698315752,
    nonce: '3156853299f313e23d1673dc12e1703d',
    parameters: {
      RegionId: 'cn-shanghai',
      ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
    },
  });
  assert.equal(
    signed.headers['authorization'],
    'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;' +
      'x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
      'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  );
  assert.equal(signed.body, '');
});
