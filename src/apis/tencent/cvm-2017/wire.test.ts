import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type Answer, type TestCloud } from '../cloud.test-support.ts';
import {
  indexPhpOf,
  notImplemented,
  type IndexPhp,
  type IndexPhpCall,
} from '../index-php.test-support.ts';
import { client2017, type Client2017 } from './client.test-support.ts';

let cloud: TestCloud;
let client: Client2017;
let wire: IndexPhp;
before(async () => {
  cloud = await startTestCloud();
  client = client2017(cloud.server);
  wire = indexPhpOf(cloud.server);
});
after(() => cloud.stop());

function signed(changes: Partial<IndexPhpCall> = {}): string {
  const common = { version: '2017-03-12', region: 'ap-guangzhou', nonce: 7_000 };
  return wire.sign({ action: 'DescribeZones', ...common, ...changes }).target;
}

async function codeOf(target: string, init: RequestInit = {}): Promise<string> {
  const { Response: answer } = (await wire.ask(target, init)) as { readonly Response: Answer };
  return answer.Error?.Code ?? 'OK';
}

describe('the common codes (seed 004 L41885-41936)', () => {
  test('a key that is not known, a secret that is another, a token that is none', async () => {
    const unknown = signed({ secretId: 'AKIDnobody' });
    assert.equal(await codeOf(unknown), 'InvalidParameter.SecretIdNotFound');
    const wrong = signed({ secretKey: 'another' });
    assert.equal(await codeOf(wrong), 'InvalidParameter.SignatureFailure');
    assert.equal(await codeOf(signed({ token: 'x' })), 'InvalidRequest.TokenCheckFailed');
  });

  test('the same request again, or one more than five minutes old', async () => {
    const target = signed();
    assert.equal(await codeOf(target), 'OK');
    assert.equal(await codeOf(target), 'InvalidRequest.ReplayAttack');
    const timestampSeconds = Math.floor(cloud.server.wall.now() / 1000) - 301;
    assert.equal(await codeOf(signed({ timestampSeconds })), 'InvalidRequest.ReplayAttack');
  });

  test('what is published and not implemented, unknown, or of no such version', async () => {
    for (const action of notImplemented('2017')) {
      assert.equal(await client.refusal(action), 'InvalidAction.ActionUnavailable', action);
    }
    assert.equal(await client.refusal('DescribeNothing'), 'InvalidAction.NotFound');
    const version = '2018-01-01';
    assert.equal(await codeOf(signed({ nonce: 7_001, version })), 'InvalidAction.NotFound');
  });

  test('a region that is missing, or is none', async () => {
    const options = { region: '' };
    assert.equal(await client.refusal('DescribeZones', {}, options), 'InvalidParameter');
    assert.equal(await client.refusal('DescribeZones', {}, { region: 'gz' }), 'InvalidParameter');
    assert.equal((await client.ok('DescribeRegions', {}, options)).Error, undefined);
  });

  test('another method than GET and POST', async () => {
    const put = await codeOf(signed({ nonce: 7_002 }), { method: 'PUT' });
    assert.equal(put, 'InvalidRequest.UnsupportedProtocol');
  });
});

describe('how parameters come', () => {
  test('in the query of a GET or the form of a POST, by either signature', async () => {
    for (const method of ['GET', 'POST'] as const) {
      for (const signatureMethod of ['HmacSHA1', 'HmacSHA256'] as const) {
        await client.ok('DescribeZones', {}, { method, signatureMethod });
      }
    }
  });

  test('an action that only 2017 has is told without a Version (L43885)', async () => {
    const answer = await client.ok('DescribeZones', {}, { version: '' });
    const [first] = answer['ZoneSet'] as ReadonlyArray<Readonly<Record<string, unknown>>>;
    assert.deepEqual(first, {
      Zone: 'ap-guangzhou-1',
      ZoneName: '广州一区',
      ZoneId: '100001',
      ZoneState: first?.['ZoneState'],
    });
  });

  test('a name that no page knows is ignored, and `_` is `.` (L41334)', async () => {
    await client.ok('DescribeInstances', { NoSuchName: 1 });
    const shanghai = { Filters_1_Name: 'zone', Filters_1_Values_1: 'ap-shanghai-1' };
    const code = await client.refusal('DescribeInstances', shanghai);
    assert.equal(code, 'InvalidZone.MismatchRegion');
  });
});

test('images by id under both names of their fields, and by type (L47049-47115)', async () => {
  const asked = { 'ImageIds.0': 'img-pmqg1cw7' };
  const answer = await client.ok('DescribeImages', asked);
  const [image] = answer['ImageSet'] as ReadonlyArray<Readonly<Record<string, unknown>>>;
  assert.equal(answer['TotalCount'], 1);
  assert.equal(image?.['ImageName'], 'CentOS 6.6 32位');
  assert.equal(image['ImageOsName'], image['OsName']);
  assert.equal(image['ImageStatus'], 'NORMAL');
  assert.equal(image['ImageSize'], '20');
  const type = { 'Filters.1.Name': 'image-type', 'Filters.1.Values.1': 'PRIVATE_IMAGE' };
  assert.equal((await client.ok('DescribeImages', type))['TotalCount'], 0);
  const both = { ...asked, ...type };
  const conflict = 'InvalidParameter.InvalidParameterCoexistImageIdsFilters';
  assert.equal(await client.refusal('DescribeImages', both), conflict);
  const malformed = { 'ImageIds.0': 'nonsense' };
  const code = await client.refusal('DescribeImages', malformed);
  assert.equal(code, 'InvalidParameterValue.InvalidParameterValueLimit');
});

test('types by zone and family alone (L42839)', async () => {
  const asked = { 'Filters.1.Name': 'instance-family', 'Filters.1.Values.1': 'S1' };
  const answer = await client.ok('DescribeInstanceTypeConfigs', asked);
  const configs = answer['InstanceTypeConfigSet'] as ReadonlyArray<Record<string, unknown>>;
  assert.ok(configs.some(({ InstanceType }) => InstanceType === 'S1.SMALL1'));
  const fields = 'CPU FPGA GPU InstanceFamily InstanceType Memory Zone';
  assert.equal(
    Object.keys(configs[0] ?? {})
      .toSorted()
      .join(' '),
    fields,
  );
  const byType = { 'Filters.1.Name': 'instance-type', 'Filters.1.Values.1': 'S1.SMALL1' };
  assert.equal(await client.refusal('DescribeInstanceTypeConfigs', byType), 'InvalidFilter');
});

test('a filter without name or values is refused in the codes of the page', async () => {
  const pages = {
    DescribeInstances: 'zone',
    DescribeInstanceTypeConfigs: 'zone',
    DescribeImages: 'image-id',
  };
  for (const [action, name] of Object.entries(pages)) {
    const nameless = { 'Filters.7.Values.1': 'x' };
    assert.equal(await client.refusal(action, nameless), 'InvalidParameter');
    const { Error: error } = await client.call(action, { 'Filters.7.Name': name });
    assert.equal(error?.Code, 'InvalidParameter');
    assert.match(error.Message, /`Filters\.7\.Values`/);
  }
  const nul = { 'Filters.1.Name': 'image-name', 'Filters.1.Values.1': '\0' };
  const limit = 'InvalidParameterValue.InvalidParameterValueLimit';
  assert.equal(await client.refusal('DescribeImages', nul), limit);
});

test('a list whose numbers are none is refused: ignored, it would mean all', async () => {
  for (const name of ['InstanceIds.01', 'InstanceIds.n', 'Filters.x.Name']) {
    assert.equal(await client.refusal('DescribeInstances', { [name]: 'zone' }), 'InvalidParameter');
  }
});

test('JSON within a parameter is Alibaba’s habit alone', async () => {
  const whole = { 'Filters.1': '{"Name":"zone","Values":["ap-guangzhou-3"]}' };
  assert.equal(await client.refusal('DescribeInstances', whole), 'InvalidParameter');
  const one = { 'Filters.1.Name': 'zone', 'Filters.1.Values': 'ap-guangzhou-3' };
  assert.equal(await client.refusal('DescribeInstances', one), 'InvalidParameter');
});
