import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../cloud.test-support.ts';
import {
  indexPhpOf,
  notImplemented,
  type IndexPhp,
  type IndexPhpCall,
} from '../index-php.test-support.ts';
import { legacyClient, type LegacyAnswer, type LegacyClient } from './client.test-support.ts';

let cloud: TestCloud;
let legacy: LegacyClient;
let wire: IndexPhp;
before(async () => {
  cloud = await startTestCloud();
  legacy = legacyClient(cloud.server);
  wire = indexPhpOf(cloud.server);
});
after(() => cloud.stop());

function signed(changes: Partial<IndexPhpCall> = {}): string {
  const common = { action: 'DescribeInstances', region: 'gz', nonce: 7 };
  return wire.sign({ ...common, ...changes }).target;
}

const sent = async (target: string): Promise<LegacyAnswer> =>
  (await wire.ask(target)) as LegacyAnswer;

const codeOf = async (target: string): Promise<string> => {
  const { code, codeDesc } = await sent(target);
  return `${code} ${codeDesc}`;
};

describe('who asks (seed 004 L41391-41402, L51577-51622)', () => {
  test('a key that is not known, and a secret that is another: 4100', async () => {
    const unknown = signed({ secretId: 'AKIDnobody' });
    assert.equal(await codeOf(unknown), '4100 InvalidParameter.SecretIdNotFound');
    const wrong = signed({ secretKey: 'another' });
    assert.equal(await codeOf(wrong), '4100 InvalidParameter.SignatureFailure');
  });

  test('a token goes with temporary keys, of which there are none: 4105', async () => {
    const target = signed({ token: 'x' });
    assert.equal(await codeOf(target), '4105 InvalidRequest.TokenCheckFailed');
  });

  test('the same request again, or one five minutes old: 4500', async () => {
    const target = signed({ nonce: 8 });
    assert.equal((await sent(target)).code, 0);
    assert.equal(await codeOf(target), '4500 InvalidRequest.ReplayAttack');
    const timestampSeconds = Math.floor(cloud.server.wall.now() / 1000) - 301;
    const late = signed({ timestampSeconds });
    assert.equal(await codeOf(late), '4500 InvalidRequest.ReplayAttack');
  });

  test('what is needed and is not there: 4000, with its name', async () => {
    for (const name of ['Action', 'SecretId', 'Signature', 'Nonce', 'Timestamp']) {
      const target = signed({ nonce: 9 }).replace(new RegExp(`([?&])${name}=[^&]*&?`), '$1');
      const answer = await sent(target);
      assert.equal(answer.code, 4000, name);
      assert.match(answer.message, new RegExp(name));
    }
  });
});

describe('what is asked', () => {
  test('an action that is published is told to be out of service: 6200', async () => {
    for (const action of notImplemented('legacy')) {
      assert.equal(await legacy.refusal(action), '6200 InvalidAction.ActionUnavailable');
    }
  });

  test('an action goes by the spelling of its example too (L58879)', async () => {
    const missing = await legacy.refusal('UnBindInstanceKey');
    assert.notEqual(missing, '6100 InvalidAction.NotFound');
    assert.equal(await legacy.refusal('unBindInstanceKey'), missing);
  });

  test('one that is not, or is of API 3.0 alone: 6100', async () => {
    for (const action of ['DescribeNothing', 'DescribeInstanceVncUrl', 'SetAutoRenew']) {
      assert.equal(await legacy.refusal(action), '6100 InvalidAction.NotFound');
    }
  });

  test('by GET or by POST, with lists from any number and with gaps (L51302, L52019)', async () => {
    const ids = { 'instanceIds.1': 'ins-00000000', 'instanceIds.5': 'ins-00000001' };
    for (const method of ['GET', 'POST'] as const) {
      const answer = await legacy.ok('DescribeInstances', ids, { method });
      assert.equal(answer['totalCount'], 0);
    }
  });

  test('with underscores for dots, and with names that nobody knows', async () => {
    const answer = await legacy.call('StartInstances', { instanceIds_0: 'x', instanceId: '101' });
    assert.deepEqual(Object.keys(answer['detail'] as object), ['x']);
  });

  test('an answer has no more than its page and the three of every answer (L51415)', async () => {
    const answer = await legacy.ok('DescribeInstances');
    assert.deepEqual(answer, {
      code: 0,
      message: '',
      codeDesc: 'Success',
      totalCount: 0,
      instanceSet: [],
    });
  });

  test('a refusal is no longer than it has to be, whatever was sent', async () => {
    const long = 'x'.repeat(5_000);
    const answers = [
      await legacy.call('StartInstances', { 'instanceIds.0': long }),
      await legacy.call('RunInstancesHour', { cpu: long }),
      await legacy.call(long),
      await legacy.call('StartInstances', { 'instanceIds.0': '__proto__' }),
      await legacy.call('DescribeInstances', { '__proto__.0': 'x', 'constructor.1': 'y' }),
    ];
    for (const answer of answers) assert.ok(JSON.stringify(answer).length < 1_000);
    assert.deepEqual(Object.keys(answers[3]?.['detail'] as object), ['__proto__']);
    assert.equal(answers[4]?.code, 0);
  });
});
