import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { machineRules } from '#resources/instance/machine-rules.ts';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({ configuration: { parameterTemplatesPerKindMax: 6 } });
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
const vpc = { service: 'vpc' } as const;
const ok = (action: string, body: object = {}) => cloud.ok(action, body, vpc);
const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, vpc);

/** The four kinds, with what a template of each may consist of. */
const kinds = {
  AddressTemplate: { Addresses: ['10.0.0.1', '10.0.1.0/24', '10.0.2.1-10.0.2.9'] },
  ServiceTemplate: { Services: ['tcp:80', 'udp:8000-8010', 'tcp:22,443', 'icmp:10-30'] },
} as const;

async function made(kind: string, name: string, body: object): Promise<Item> {
  const answer = await ok(`Create${kind}`, { [`${kind}Name`]: name, ...body });
  return answer[kind] as Item;
}

async function listed(kind: string, body: object = {}): Promise<readonly Item[]> {
  const answer = await ok(`Describe${kind}s`, body);
  return answer[`${kind}Set`] as readonly Item[];
}

const idOf = (kind: string, item: Item) => String(item[`${kind}Id`]);
const remove = (kind: string, id: string) => ok(`Delete${kind}`, { [`${kind}Id`]: id });

describe('templates of addresses and services', () => {
  for (const [kind, members] of Object.entries(kinds)) {
    const [[plain, values] = ['', []]] = Object.entries(members);
    const one = kind.replace('Template', '');

    test(`${kind}: is made, shown, changed and deleted, alone and in a group`, async () => {
      const item = await made(kind, 'office', { ...members, Tags: [{ Key: 'a', Value: '1' }] });
      const id = idOf(kind, item);
      assert.match(id, kind === 'AddressTemplate' ? /^ipm-/ : /^ppm-/);
      assert.deepEqual(item[`${one}Set`], values);
      assert.deepEqual(item['TagSet'], [{ Key: 'a', Value: '1' }]);
      const group = await made(`${kind}Group`, 'all', { [`${kind}Ids`]: [id] });
      const groupId = idOf(`${kind}Group`, group);
      assert.match(groupId, kind === 'AddressTemplate' ? /^ipmg-/ : /^ppmg-/);
      assert.deepEqual(group[`${kind}IdSet`], [id]);
      assert.equal(await refusal(`Delete${kind}`, { [`${kind}Id`]: id }), 'ResourceInUse');
      const [described] = Object.values(members).map((texts) => texts[0]);
      await ok(`Modify${kind}Attribute`, {
        [`${kind}Id`]: id,
        [`${kind}Name`]: 'renamed',
        [`${plain}Extra`]: [{ [one]: described, Description: 'first' }],
      });
      const [changed] = await listed(kind, {
        Filters: [{ Name: `${one.toLowerCase()}-template-id`, Values: [id] }],
      });
      assert.deepEqual(
        [changed?.[`${kind}Name`], changed?.[`${one}Set`]],
        ['renamed', [described]],
      );
      const [extra] = (changed?.[`${one}ExtraSet`] ?? []) as readonly Item[];
      assert.deepEqual([extra?.[one], extra?.['Description']], [described, 'first']);
      const without = await listed(kind, { NeedMemberInfo: false });
      assert.deepEqual(without[0]?.[`${one}ExtraSet`], []);
      await remove(`${kind}Group`, groupId);
      await remove(kind, id);
      assert.deepEqual(await listed(kind), []);
    });

    test(`${kind}: what is refused`, async () => {
      const create = (body: object) => refusal(`Create${kind}`, { [`${kind}Name`]: 'x', ...body });
      const twice = [values[0], values[0]];
      assert.equal(await create({}), 'InvalidParameterValue.Empty');
      assert.equal(await create({ [plain]: twice }), 'InvalidParameterValue.Duplicate');
      assert.equal(
        await create({ [plain]: [values[0]], [`${plain}Extra`]: [{ [one]: values[0] }] }),
        'InvalidParameter.Coexist',
      );
      assert.equal(
        await create({ [plain]: [values[0]], [`${kind}Name`]: 'x'.repeat(61) }),
        'InvalidParameterValue.TooLong',
      );
      const malformed = kind === 'AddressTemplate' ? '.Malformed' : '';
      for (const text of ['10.0.0.1/33', '10.0.0.9-10.0.0.1', 'tcp:70000', 'gre:80', 'all']) {
        assert.equal(await create({ [plain]: [text] }), `InvalidParameterValue${malformed}`, text);
      }
      const unknown = { [`${kind}Id`]: `${kind === 'AddressTemplate' ? 'ipm' : 'ppm'}-00000000` };
      assert.equal(await refusal(`Delete${kind}`, unknown), 'ResourceNotFound');
      assert.equal(await refusal(`Modify${kind}Attribute`, unknown), 'ResourceNotFound');
      const body = { [`${kind}GroupName`]: 'x', [`${kind}Ids`]: Object.values(unknown) };
      assert.equal(await refusal(`Create${kind}Group`, body), 'ResourceNotFound');
      for (let at = 0; at < 6; at += 1) await made(kind, `n${at}`, members);
      assert.equal(await create(members), 'LimitExceeded');
      for (const item of await listed(kind)) await remove(kind, idOf(kind, item));
    });
  }

  test('come in the order that is asked for', async () => {
    const names = ['b', 'a', 'c'];
    for (const name of names) {
      await made('AddressTemplate', name, { Addresses: ['10.0.0.2', '10.0.0.1'] });
      await cloud.passTime(1_000);
    }
    const order = async (body: object) =>
      (await listed('AddressTemplate', body)).map((item) => item['AddressTemplateName']);
    assert.deepEqual(await order({}), names.toReversed());
    assert.deepEqual(await order({ OrderField: 'CreatedTime', OrderDirection: 'ASC' }), names);
    assert.deepEqual(await order({ OrderField: 'CreatedTime', Offset: '1', Limit: '1' }), ['a']);
    const [first] = await listed('AddressTemplate', {
      MemberOrderField: 'Address',
      MemberOrderDirection: 'ASC',
    });
    assert.deepEqual(first?.['AddressSet'], ['10.0.0.1', '10.0.0.2']);
    const found = await listed('AddressTemplate', {
      Filters: [{ Name: 'address-ip', Values: ['10.0.0.2'] }],
    });
    assert.equal(found.length, 3);
    for (const item of found) await remove('AddressTemplate', idOf('AddressTemplate', item));
  });

  test('the limits of their members are told', async () => {
    assert.deepEqual((await ok('DescribeTemplateLimits'))['TemplateLimit'], {
      AddressTemplateMemberLimit: 20,
      AddressTemplateGroupMemberLimit: 20,
      ServiceTemplateMemberLimit: 20,
      ServiceTemplateGroupMemberLimit: 20,
    });
  });
});

describe('rules that name templates', () => {
  test('are shown so, hold the template, and accept what it comes to', async () => {
    const address = await made('AddressTemplate', 'a', { Addresses: ['10.0.0.1-10.0.0.2'] });
    const AddressId = idOf('AddressTemplate', address);
    const service = await made('ServiceTemplate', 's', { Services: ['tcp:80', 'udp:53'] });
    const group = await made('ServiceTemplateGroup', 'g', {
      ServiceTemplateIds: [idOf('ServiceTemplate', service)],
    });
    const ServiceGroupId = idOf('ServiceTemplateGroup', group);
    const { SecurityGroup } = await ok('CreateSecurityGroup', {
      GroupName: 'g',
      GroupDescription: 'g',
    });
    const SecurityGroupId = String((SecurityGroup as Item)['SecurityGroupId']);
    const rule = { AddressTemplate: { AddressId }, ServiceTemplate: { ServiceGroupId } };
    await ok('CreateSecurityGroupPolicies', {
      SecurityGroupId,
      SecurityGroupPolicySet: { Ingress: [{ ...rule, Action: 'ACCEPT' }] },
    });
    const shown = await ok('DescribeSecurityGroupPolicies', {
      SecurityGroupId,
      Filters: [{ Name: 'address-module', Values: [AddressId] }],
    });
    const { Ingress } = shown['SecurityGroupPolicySet'] as { readonly Ingress: readonly Item[] };
    assert.deepEqual(
      Ingress.map(({ AddressTemplate, ServiceTemplate, CidrBlock, Protocol, Port }) => {
        return [AddressTemplate, ServiceTemplate, CidrBlock, Protocol, Port];
      }),
      [[{ AddressId, AddressGroupId: '' }, { ServiceId: '', ServiceGroupId }, '', '', '']],
    );
    await cloud.launchRunning({ SecurityGroupIds: [SecurityGroupId] });
    const [held] = await machineRules(cloud.server.store, () => 'listed');
    const ingress = (held?.ingress ?? []).map(({ protocol, ports, peers }) => {
      return [protocol, ports, peers];
    });
    assert.deepEqual(
      new Set(ingress.map((one) => JSON.stringify(one))),
      new Set([
        JSON.stringify(['tcp', '80', ['10.0.0.1-10.0.0.2']]),
        JSON.stringify(['udp', '53', ['10.0.0.1-10.0.0.2']]),
      ]),
    );
    const inUse = { AddressTemplateId: AddressId };
    assert.equal(await refusal('DeleteAddressTemplate', inUse), 'ResourceInUse');
    await ok('DeleteSecurityGroupPolicies', {
      SecurityGroupId,
      SecurityGroupPolicySet: { Ingress: [{ PolicyIndex: 0 }] },
    });
    await remove('AddressTemplate', AddressId);
    await remove('ServiceTemplateGroup', ServiceGroupId);
    await remove('ServiceTemplate', idOf('ServiceTemplate', service));
  });
});
