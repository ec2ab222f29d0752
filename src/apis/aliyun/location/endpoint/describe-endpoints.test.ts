import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { signRpc } from '#wire/aliyun/sign.ts';
import { rawConnection } from '../../../../../test/support/raw-connection.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const location = { version: '2015-06-12', region: undefined } as const;

test('every product is at this server, in every region', async () => {
  const asked = { Id: 'cn-hangzhou', ServiceCode: 'slb', Type: 'openAPI' };
  const { Endpoints, Success } = await cloud.ok('DescribeEndpoints', asked, location);
  const found = {
    Id: 'cn-hangzhou',
    SerivceCode: 'slb',
    Namespace: '',
    Type: 'openAPI',
    Endpoint: `127.0.0.1:${cloud.server.port}`,
    Protocols: { Protocols: ['HTTP', 'HTTPS'] },
  };
  assert.deepEqual(Endpoints, { Endpoint: [found] });
  assert.equal(Success, true);
  const { Endpoints: inner } = await cloud.ok(
    'DescribeEndpoints',
    { Id: 'cn-hangzhou', ServiceCode: 'slb', Type: 'innerAPI' },
    location,
  );
  assert.deepEqual(inner, { Endpoint: [{ ...found, Type: 'innerAPI' }] });
});

test('at a host of the vendor’s it names the host of the product', async () => {
  const asked = { Id: 'cn-beijing', ServiceCode: 'ECS' };
  for (const [host, endpoint] of [
    ['location-readonly.aliyuncs.com', 'ecs.aliyuncs.com'],
    ['location.localhost:8600', 'ecs.localhost:8600'],
    ['location-x.example', 'location-x.example'],
  ] as const) {
    assert.ok((await sentTo(host, asked)).includes(`"Endpoint":"${endpoint}"`), host);
  }
});

test('what names no product is refused', async () => {
  for (const [asked, code] of [
    [{ ServiceCode: 'ecs' }, '400 MissingParameter'],
    [{ Id: 'cn-beijing' }, '400 MissingParameter'],
    [{ Id: 'cn-beijing', ServiceCode: 'a.b' }, '400 InvalidParameter'],
    [{ Id: 'cn-beijing', ServiceCode: 'ecs', Type: 'other' }, '400 InvalidParameter'],
  ] as const) {
    assert.equal(await cloud.refusal('DescribeEndpoints', asked, location), code);
  }
});

test('sts tells whose key it is', async () => {
  const options = { version: '2015-04-01', region: undefined };
  const { RequestId, ...caller } = await cloud.ok('GetCallerIdentity', {}, options);
  assert.match(RequestId, /^[0-9A-F-]{36}$/);
  assert.deepEqual(caller, {
    IdentityType: 'Account',
    AccountId: '100000000001',
    PrincipalId: '100000000001',
    UserId: '100000000001',
    Arn: 'acs:ram::100000000001:root',
  });
});

/** What is answered to a client that calls this server by another name. */
function sentTo(host: string, parameters: Readonly<Record<string, string>>): Promise<string> {
  const { server } = cloud;
  const { target } = signRpc({
    accessKeyId: server.rootKey.id,
    accessKeySecret: server.rootKey.secret,
    host,
    action: 'DescribeEndpoints',
    version: location.version,
    parameters,
    timestampSeconds: Math.floor(server.wall.now() / 1_000),
    nonce: host,
  });
  const connection = rawConnection(server.port);
  connection.send(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  return connection.closed();
}
