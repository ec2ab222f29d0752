import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { openNetworks, type TestNetworks } from '../networks.test-support.ts';
import { createGroup } from '../security-group/verbs/create-group.ts';
import { defaultSecurityGroup } from '../security-group/verbs/default-security-group.ts';
import { deleteGroup } from '../security-group/verbs/delete-group.ts';
import { blockPeer, openRule, type RuleSpec } from './rule.ts';
import { countRules, referencesOf } from './usage.ts';
import { addRules, type AddRulesRequest } from './verbs/add-rules.ts';
import { listRules } from './verbs/list-rules.ts';
import { modifyRules } from './verbs/modify-rules.ts';
import { removeRules } from './verbs/remove-rules.ts';
import { replaceRules } from './verbs/replace-rules.ts';

const region = 'guangzhou';
const limits = { rulesPerDirectionMax: 6, rulesPerSecurityGroupMax: 8 };
const because = (reason: string) => (error: unknown) =>
  error instanceof Fault && error.reason === `security-group-rule.${reason}`;

let networks: TestNetworks;
before(async () => {
  networks = await openNetworks({ configuration: limits });
});
after(() => networks.store.close());

const tcp = (port: number, more: Partial<RuleSpec> = {}): RuleSpec => ({
  ...openRule,
  protocol: 'tcp',
  ports: [{ first: port, last: port }],
  ...more,
});

async function newGroup(): Promise<string> {
  const request = { region, vpc: null, name: 'web', details: {}, tags: [] };
  return (await networks.write((scope) => createGroup(scope, request))).key;
}

function add(group: string, rules: readonly RuleSpec[], more: Partial<AddRulesRequest> = {}) {
  const request: AddRulesRequest = {
    region,
    group,
    direction: 'ingress',
    rules,
    at: 'end',
    duplicates: 'refused',
    limit: 'direction',
  };
  return networks.write((scope) => addRules(scope, { ...request, ...more }));
}

const rulesOf = (group: string) => networks.write((scope) => listRules(scope, { region, group }));

/** The ports of a list, each with its priority. */
async function listed(group: string): Promise<string> {
  const { ingress } = await rulesOf(group);
  return ingress.map(({ ports, priority }) => `${ports[0]?.first ?? 'all'}:${priority}`).join(' ');
}

describe('rules', () => {
  test('stand where they are put, and count the version', async () => {
    const group = await newGroup();
    await add(group, [tcp(1), tcp(2)]);
    await add(group, [tcp(0)], { at: 0 });
    await add(group, [tcp(9)], { at: 3 });
    assert.equal(await listed(group), '0:1 1:1 2:1 9:1');
    assert.equal((await rulesOf(group)).group.version, 3);
    await assert.rejects(add(group, [tcp(7)], { at: 5 }), because('indexOutOfRange'));
    await assert.rejects(add(group, [tcp(7)], { version: 2 }), because('versionStale'));
    await add(group, [tcp(7)], { version: 3 });
  });

  test('have priorities that decide as their order does', async () => {
    const group = await newGroup();
    await add(group, [tcp(1), tcp(2, { action: 'drop' }), tcp(3), tcp(4, { action: 'drop' })]);
    assert.equal(await listed(group), '1:1 2:2 3:2 4:3');
    await add(group, [tcp(5, { priority: 2 })], { at: 'priority' });
    assert.equal(await listed(group), '1:1 2:2 3:2 5:2 4:3');
    await add(group, [tcp(6, { priority: 2, action: 'drop' })], { at: 'priority' });
    assert.equal(await listed(group), '1:1 2:2 6:2 3:2 5:2 4:3');
  });

  test('that stand behind priority 100 move the others up', async () => {
    const group = await newGroup();
    await add(group, [tcp(1, { priority: 100 })], { at: 'priority' });
    await add(group, [tcp(2, { action: 'drop' })]);
    assert.equal(await listed(group), '1:1 2:2');
  });

  test('are as many as are allowed, counted as each vendor does', async () => {
    const group = await newGroup();
    await add(
      group,
      [1, 2, 3, 4, 5, 6].map((port) => tcp(port)),
    );
    await assert.rejects(add(group, [tcp(7)]), because('tooMany'));
    const out = { direction: 'egress', limit: 'group' } as const;
    await add(group, [tcp(1), tcp(2)], out);
    await assert.rejects(add(group, [tcp(3)], out), because('tooMany'));
    assert.deepEqual(
      await networks.store.read((db) => countRules(db, [group])),
      new Map([[group, { rules: 8, toGroups: 0 }]]),
    );
  });

  test('that are there already are refused or skipped, however they are written', async () => {
    const group = await newGroup();
    await add(group, [tcp(22, { peer: blockPeer('10.1.0.0/16') })]);
    const again = tcp(22, { peer: blockPeer('10.1.2.3/16') });
    await assert.rejects(add(group, [again]), because('duplicate'));
    await assert.rejects(add(group, [tcp(1), tcp(1)]), because('duplicate'));
    const told = { ...again, description: 'again' };
    await add(group, [told], { duplicates: 'skipped' });
    assert.equal((await rulesOf(group)).group.version, 1, 'nothing changed');
    await add(group, [{ ...again, priority: 7 }]);
    assert.equal(await listed(group), '22:1 22:7', 'another priority is another rule');
    await add(group, [told]);
    await assert.rejects(add(group, [told]), because('duplicate'));
  });

  test('that make no sense are refused', async () => {
    const group = await newGroup();
    const v6 = blockPeer('::/0');
    const refused: ReadonlyArray<readonly [RuleSpec, string]> = [
      [tcp(22, { protocol: 'icmp' }), 'portsNotAllowed'],
      [tcp(65_536), 'portsMalformed'],
      [tcp(22, { ports: [{ first: 2, last: 1 }] }), 'portsMalformed'],
      [tcp(22, { peer: blockPeer('10.0.0.256') }), 'blockMalformed'],
      [tcp(22, { peer: blockPeer('10.0.0.0/33') }), 'blockMalformed'],
      [{ ...openRule, protocol: 'icmp', peer: v6 }, 'familiesMixed'],
      [{ ...openRule, protocol: 'icmpv6' }, 'familiesMixed'],
      [tcp(22, { peer: v6, local: '10.0.0.1' }), 'familiesMixed'],
      [tcp(22, { priority: 101 }), 'priorityOutOfRange'],
    ];
    for (const [rule, reason] of refused) await assert.rejects(add(group, [rule]), because(reason));
    await add(group, [
      { ...openRule, protocol: 'icmpv6', peer: v6 },
      { ...openRule, peer: v6 },
      tcp(65_535, { priority: 100, local: '10.0.0.1' }),
      tcp(0, { peer: blockPeer('2001:db8::10.0.0.1/128') }),
    ]);
  });

  test('are taken out by place, by key and by what they do', async () => {
    const group = await newGroup();
    await add(
      group,
      [1, 2, 3, 4, 5].map((port) => tcp(port)),
    );
    const { ingress } = await rulesOf(group);
    const request = { region, group, direction: 'ingress', missing: 'refused' } as const;
    type Meant = Parameters<typeof removeRules>[1]['rules'];
    const remove = (rules: Meant, more: { readonly missing?: 'skipped' } = {}) =>
      networks.write((scope) => removeRules(scope, { ...request, rules, ...more }));
    await remove({ indexes: [0, 4] });
    assert.equal(await listed(group), '2:1 3:1 4:1');
    await remove({ keys: [ingress[1]?.key ?? ''] });
    await remove({ like: [tcp(3)] });
    assert.equal(await listed(group), '4:1');
    await assert.rejects(remove({ like: [tcp(3)] }), because('notFound'));
    await assert.rejects(remove({ indexes: [0, 1] }), because('notFound'));
    await remove({ like: [tcp(3)] }, { missing: 'skipped' });
    assert.equal((await rulesOf(group)).group.version, 4);
  });

  test('are replaced as a whole; one that stays is the same one', async () => {
    const group = await newGroup();
    await add(group, [tcp(1), tcp(2), tcp(3)]);
    const [, second] = (await rulesOf(group)).ingress;
    const replace = (ingress: readonly RuleSpec[], order: 'given' | 'kept') =>
      networks.write((scope) =>
        replaceRules(scope, { region, group, ingress, order, limit: 'direction' }),
      );
    await replace([tcp(3), tcp(9), tcp(2)], 'kept');
    assert.equal(await listed(group), '2:1 3:1 9:1', 'the new one behind the one it follows');
    assert.deepEqual((await rulesOf(group)).ingress[0], second);
    await replace([tcp(3), tcp(9), tcp(2)], 'given');
    assert.equal(await listed(group), '3:1 9:1 2:1');
    await assert.rejects(replace([tcp(1), tcp(1)], 'given'), because('duplicate'));
    await replace([], 'given');
    assert.equal(await listed(group), '');
  });

  test('change what they do and where they stand', async () => {
    const group = await newGroup();
    await add(group, [tcp(1), tcp(2), tcp(3)]);
    type Changes = Parameters<typeof modifyRules>[1]['changes'];
    const modify = (changes: Changes) =>
      networks.write((scope) =>
        modifyRules(scope, { region, group, direction: 'ingress', changes }),
      );
    await modify([{ rule: { index: 0 }, set: tcp(7), to: 'same' }]);
    assert.equal(await listed(group), '7:1 2:1 3:1');
    await modify([{ rule: { index: 0 }, to: 2 }]);
    assert.equal(await listed(group), '2:1 3:1 7:1');
    await modify([{ rule: { index: 0 }, set: { priority: 5 }, to: 'priority' }]);
    assert.equal(await listed(group), '3:1 7:1 2:5');
    await modify([{ rule: { index: 2 }, set: { action: 'drop', priority: 1 }, to: 'priority' }]);
    assert.equal(await listed(group), '2:1 3:1 7:1');
    await assert.rejects(modify([{ rule: { index: 3 }, to: 0 }]), because('notFound'));
    await assert.rejects(modify([{ rule: { index: 0 }, to: 3 }]), because('indexOutOfRange'));
    const twin = modify([{ rule: { index: 1 }, set: tcp(7), to: 'same' }]);
    await assert.rejects(twin, because('duplicate'));
  });

  test('name groups that are there, and keep them', async () => {
    const [group, peer] = [await newGroup(), await newGroup()];
    const to = (key: string, account = 'account1') =>
      tcp(22, { peer: { kind: 'group', group: key, account } });
    const unknown = (error: unknown) =>
      error instanceof Fault && error.reason === 'security-group.peerNotFound';
    await assert.rejects(add(group, [to('00000000')]), unknown);
    await assert.rejects(add(group, [to(peer, 'account2')]), unknown);
    await add(group, [to(peer), to(group)]);
    const known = await networks.store.read((db) => referencesOf(db, [peer, group]));
    assert.deepEqual(known, new Map([[peer, [group]]]), 'itself does not count');
    const remove = (key: string) =>
      networks.write((scope) => deleteGroup(scope, { region, group: key }));
    await assert.rejects(remove(peer), (error: unknown) => {
      return error instanceof Fault && error.reason === 'security-group.referenced';
    });
    await remove(group);
    await remove(peer);
  });
});

test('a default group lets shells and ICMP in, and everything out', async () => {
  const group = await networks.write((scope) => defaultSecurityGroup(scope, { region }));
  const { ingress, egress } = await rulesOf(group);
  const shown = ingress.map(({ protocol, ports }) => `${protocol} ${ports[0]?.first ?? 'all'}`);
  assert.deepEqual(shown, ['tcp 22', 'tcp 3389', 'icmp all']);
  assert.deepEqual(
    egress.map(({ protocol, action }) => [protocol, action]),
    [['all', 'accept']],
  );
});
