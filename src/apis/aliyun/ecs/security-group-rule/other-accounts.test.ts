import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { administer } from '#cli/admin-client.ts';
import { simulatedClock } from '#kernel/clock.ts';
import { aliyunClient, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { permission } from './rules.test-support.ts';

const ROOT_ACCOUNT = '100000000001';
const data = mkdtempSync(join(tmpdir(), 'yuntai-other-accounts-'));
let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({ data });
});
after(async () => {
  await cloud.stop();
  rmSync(data, { recursive: true });
});

type Client = Pick<TestCloud, 'ok' | 'refusal'>;

const newGroup = async ({ ok }: Client): Promise<string> =>
  String((await ok('CreateSecurityGroup'))['SecurityGroupId']);

test('a group that another account names is told as named by that account', async () => {
  const made = await administer({ data }, 'accounts.create', { name: 'staging' });
  const { account, ...pair } = made as { account: string; id: string; secret: string };
  const other: Client = aliyunClient(
    cloud.server,
    pair,
    simulatedClock(Date.UTC(2026, 0, 2, 3, 4, 5)),
  );
  const named = await newGroup(cloud);
  const own = await newGroup(cloud);
  const theirs = await newGroup(other);
  const rule = permission({ NicType: 'intranet', SourceGroupId: named });
  const authorize = 'AuthorizeSecurityGroup';
  await cloud.ok(authorize, { SecurityGroupId: own, ...rule });
  const unsaid = await other.refusal(authorize, { SecurityGroupId: theirs, ...rule });
  assert.match(unsaid, /NotFound/, 'whose it is has to be said');
  const said = { ...rule, 'Permissions.1.SourceGroupOwnerId': ROOT_ACCOUNT };
  await other.ok(authorize, { SecurityGroupId: theirs, ...said });
  const asked = { 'SecurityGroupId.1': named };
  const answer = await cloud.ok('DescribeSecurityGroupReferences', asked);
  const { SecurityGroupReference } = answer['SecurityGroupReferences'] as {
    readonly SecurityGroupReference: ReadonlyArray<{
      readonly ReferencingSecurityGroups: { readonly ReferencingSecurityGroup: readonly object[] };
    }>;
  };
  const [shown] = SecurityGroupReference;
  assert.deepEqual(
    new Set(shown?.ReferencingSecurityGroups.ReferencingSecurityGroup),
    new Set([
      { SecurityGroupId: own, AliUid: ROOT_ACCOUNT },
      { SecurityGroupId: theirs, AliUid: account },
    ]),
  );
});
