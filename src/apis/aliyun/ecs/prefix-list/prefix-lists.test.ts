import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
let list: string;
before(async () => {
  cloud = await startTestCloud({ configuration: { prefixListsPerRegionMax: 2 } });
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const ok = (action: string, given: Given = {}) => cloud.ok(action, given);
const refusal = (action: string, given: Given = {}) => cloud.refusal(action, given);

const four = { PrefixListName: 'one', AddressFamily: 'IPv4', MaxEntries: 3 };

async function attributes(): Promise<Item> {
  return ok('DescribePrefixListAttributes', { PrefixListId: list });
}

async function entries(): Promise<readonly Item[]> {
  const { Entries } = await attributes();
  return (Entries as { readonly Entry: readonly Item[] }).Entry;
}

async function listed(given: Given = {}): Promise<readonly Item[]> {
  const { PrefixLists } = await ok('DescribePrefixLists', given);
  return (PrefixLists as { readonly PrefixList: readonly Item[] }).PrefixList;
}

describe('prefix lists', () => {
  test('are made with their entries, and shown', async () => {
    const made = await ok('CreatePrefixList', {
      ...four,
      Description: 'of the office',
      'Entry.1.Cidr': '192.168.1.0/24',
      'Entry.1.Description': 'first',
      'Entry.2.Cidr': '192.168.2.100',
      'Tag.1.Key': 'a',
      'Tag.1.Value': '1',
    });
    list = String(made['PrefixListId']);
    assert.match(list, /^pl-[a-z\d]{20}$/);
    const shown = await attributes();
    assert.deepEqual(shown, {
      AddressFamily: 'IPv4',
      CreationTime: '2026-01-02T03:04Z',
      Description: 'of the office',
      Entries: {
        Entry: [
          { Cidr: '192.168.1.0/24', Description: 'first' },
          { Cidr: '192.168.2.100/32', Description: '' },
        ],
      },
      MaxEntries: 3,
      PrefixListId: list,
      PrefixListName: 'one',
      RequestId: shown['RequestId'],
    });
    const [one] = await listed();
    assert.deepEqual(one, {
      AddressFamily: 'IPv4',
      AssociationCount: 0,
      CreationTime: '2026-01-02T03:04Z',
      Description: 'of the office',
      MaxEntries: 3,
      PrefixListId: list,
      PrefixListName: 'one',
      ResourceGroupId: one?.['ResourceGroupId'],
      Tags: { Tag: [{ TagKey: 'a', TagValue: '1' }] },
    });
  });

  test('are found by each parameter of the page, a page at a time', async () => {
    const six = { PrefixListName: 'two', AddressFamily: 'IPv6', MaxEntries: 200 };
    const cidr = { 'Entry.1.Cidr': '2001:0DB8:0000:0000:0000:0000:0000:0000/32' };
    const { PrefixListId: other } = await ok('CreatePrefixList', { ...six, ...cidr });
    const { Entries } = await ok('DescribePrefixListAttributes', { PrefixListId: String(other) });
    const [entry] = (Entries as { readonly Entry: readonly Item[] }).Entry;
    assert.equal(entry?.['Cidr'], '2001:db8::/32');
    const found = async (given: Given) => (await listed(given)).length;
    assert.equal(await found({}), 2);
    assert.equal(await found({ AddressFamily: 'IPv6' }), 1);
    assert.equal(await found({ PrefixListName: 'two' }), 1);
    assert.equal(await found({ PrefixListName: 'three' }), 0);
    assert.equal(await found({ 'PrefixListId.1': list, 'PrefixListId.2': 'pl-x' }), 1);
    assert.equal(await found({ 'Tag.1.Key': 'a', 'Tag.1.Value': '1' }), 1);
    assert.equal(await found({ 'Tag.1.Key': 'b' }), 0);
    assert.equal(await found({ ResourceGroupId: 'rg-x' }), 0);
    const first = await ok('DescribePrefixLists', { MaxResults: 1 });
    const next = { MaxResults: 1, NextToken: String(first['NextToken']) };
    const [second] = await listed(next);
    assert.equal(second?.['PrefixListId'], other);
    assert.equal(await refusal('CreatePrefixList', four), '404 LimitExceed.PrefixListPerRegion');
    await ok('DeletePrefixList', { PrefixListId: String(other) });
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_, at) => [`PrefixListId.${at + 1}`, list]),
    );
    assert.equal(await refusal('DescribePrefixLists', many), '400 LimitExceed.PrefixListId');
    const family = await refusal('DescribePrefixLists', { AddressFamily: 'x' });
    assert.equal(family, '400 InvalidParameter');
    assert.equal(await refusal('DescribePrefixLists', { MaxResults: 101 }), '400 InvalidParameter');
  });

  test('have nothing that refers to them before a rule does', async () => {
    const given = { PrefixListId: list };
    const { PrefixListAssociations, NextToken } = await ok('DescribePrefixListAssociations', given);
    assert.deepEqual(PrefixListAssociations, { PrefixListAssociation: [] });
    assert.equal(NextToken, '');
    const unknown = await refusal('DescribePrefixListAssociations', { PrefixListId: 'pl-x' });
    assert.equal(unknown, '404 InvalidPrefixListId.NotFound');
  });

  test('creation is refused in the codes of its page', async () => {
    const refused = (given: Given) => refusal('CreatePrefixList', { ...four, ...given });
    const name = '400 InvalidParameter.PrefixListName';
    assert.equal(await refused({ PrefixListName: 'x' }), name);
    assert.equal(await refused({ PrefixListName: '1x' }), name);
    assert.equal(await refused({ PrefixListName: 'n'.repeat(129) }), name);
    assert.equal(await refused({ PrefixListName: 'com.aliyun.x' }), name);
    assert.equal(await refused({ PrefixListName: 'a b' }), name);
    const description = '400 InvalidDescription.Malformed';
    assert.equal(await refused({ Description: 'd' }), description);
    assert.equal(await refused({ Description: 'd'.repeat(257) }), description);
    assert.equal(await refused({ Description: 'http://x' }), description);
    assert.equal(await refused({ AddressFamily: 'IPv5' }), '400 InvalidParameter.AddressFamily');
    assert.equal(await refused({ MaxEntries: 0 }), '400 InvalidParameter');
    assert.equal(await refused({ MaxEntries: 201 }), '400 InvalidParameter');
    const malformed = '400 InvalidParameter.CidrMalformed';
    assert.equal(await refused({ 'Entry.1.Cidr': '10.0.0.1/8' }), malformed);
    assert.equal(await refused({ 'Entry.1.Cidr': '2001:db8::/32' }), malformed);
    const twice = { 'Entry.1.Cidr': '10.0.0.1', 'Entry.2.Cidr': '10.0.0.1/32' };
    assert.equal(await refused(twice), '400 InvalidParameter.CidrDuplicated');
    const entry = { 'Entry.1.Cidr': '10.0.0.0/8', 'Entry.1.Description': 'd' };
    assert.equal(await refused(entry), description);
    const long = { ...entry, 'Entry.1.Description': 'd'.repeat(33) };
    assert.equal(await refused(long), description);
    const four4 = Object.fromEntries(
      [1, 2, 3, 4].map((at) => [`Entry.${at}.Cidr`, `10.${at}.0.0/16`]),
    );
    assert.equal(await refused(four4), '400 LimitExceed.MaxEntries');
    const many = Object.fromEntries(
      Array.from({ length: 201 }, (_, at) => [`Entry.${at + 1}.Cidr`, `10.0.${at}.0/24`]),
    );
    assert.equal(await refused({ ...many, MaxEntries: 200 }), '400 LimitExceed.Entry');
    const { 'Entry.201.Cidr': _last, ...most } = many;
    const whole = { ...four, ...most, MaxEntries: 200, Description: 'dd' };
    const { PrefixListId } = await ok('CreatePrefixList', whole);
    await ok('DeletePrefixList', { PrefixListId: String(PrefixListId) });
  });
});

describe('entries', () => {
  const modify = (given: Given) => ok('ModifyPrefixList', { PrefixListId: list, ...given });

  test('are taken away before others are added, in one step', async () => {
    await modify({
      PrefixListName: 'other',
      Description: 'another',
      'RemoveEntry.1.Cidr': '192.168.1.0/24',
      'AddEntry.1.Cidr': '10.0.0.0/8',
      'AddEntry.1.Description': 'ten',
      'AddEntry.2.Cidr': '10.0.0.1',
    });
    assert.deepEqual(await entries(), [
      { Cidr: '192.168.2.100/32', Description: '' },
      { Cidr: '10.0.0.0/8', Description: 'ten' },
      { Cidr: '10.0.0.1/32', Description: '' },
    ]);
    const { PrefixListName, Description } = await attributes();
    assert.deepEqual([PrefixListName, Description], ['other', 'another']);
  });

  test('are refused in the codes of their page', async () => {
    const refused = (given: Given) => refusal('ModifyPrefixList', { PrefixListId: list, ...given });
    assert.equal(await refused({ PrefixListId: 'pl-x' }), '404 InvalidPrefixListId.NotFound');
    assert.equal(await refused({ 'AddEntry.1.Cidr': '10.1.0.0/16' }), '400 LimitExceed.MaxEntries');
    const duplicated = '400 InvalidParameter.CidrDuplicated';
    const there = { 'AddEntry.1.Cidr': '10.0.0.0/8', 'RemoveEntry.1.Cidr': '10.0.0.1' };
    assert.equal(await refused(there), duplicated);
    const same = { 'AddEntry.1.Cidr': '10.0.0.0/8', 'RemoveEntry.1.Cidr': '10.0.0.0/8' };
    assert.equal(await refused(same), duplicated);
    const malformed = '400 InvalidParameter.CidrMalformed';
    assert.equal(await refused({ 'RemoveEntry.1.Cidr': 'x' }), malformed);
    assert.equal(await refused({ 'RemoveEntry.1.Cidr': '10.9.0.0/16' }), malformed);
    const name = '400 InvalidParameter.PrefixListName';
    assert.equal(await refused({ PrefixListName: '1' }), name);
    assert.equal(await refused({ Description: 'd' }), '400 InvalidDescription.Malformed');
    const many = Object.fromEntries(
      Array.from({ length: 201 }, (_, at) => [`RemoveEntry.${at + 1}.Cidr`, `10.0.${at}.0/24`]),
    );
    assert.equal(await refused(many), '400 LimitExceed.Entry');
    assert.equal((await entries()).length, 3, 'all of them are there');
  });

  test('go with their list', async () => {
    await ok('DeletePrefixList', { PrefixListId: list });
    for (const action of ['DeletePrefixList', 'DescribePrefixListAttributes']) {
      const gone = await refusal(action, { PrefixListId: list });
      assert.equal(gone, '404 InvalidPrefixListId.NotFound', action);
    }
    assert.deepEqual(await listed(), []);
  });
});
