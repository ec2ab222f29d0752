import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fraction } from '../fraction.ts';
import { xml } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** `xml` without its first line, which every answer begins with. */
function written(root: string, body: Readonly<Record<string, unknown>>): string {
  const text = xml(root, body);
  assert.ok(text.startsWith(HEAD));
  return text.slice(HEAD.length);
}

test('RunInstances: a list in its wrapper, as the Go SDK reads it', () => {
  const body = { RequestId: 'ID', InstanceIdSets: { InstanceIdSet: ['i-1', 'i-2'] } };
  assert.equal(
    written('RunInstancesResponse', body),
    '<RunInstancesResponse><RequestId>ID</RequestId><InstanceIdSets>' +
      '<InstanceIdSet>i-1</InstanceIdSet><InstanceIdSet>i-2</InstanceIdSet>' +
      '</InstanceIdSets></RunInstancesResponse>',
  );
});

test('CreateInstance: members one after the other', () => {
  const body = { RequestId: 'ID', InstanceId: 'i-1', TradePrice: 0.165 };
  assert.equal(
    written('CreateInstanceResponse', body),
    '<CreateInstanceResponse><RequestId>ID</RequestId><InstanceId>i-1</InstanceId>' +
      '<TradePrice>0.165</TradePrice></CreateInstanceResponse>',
  );
});

test('an empty list is its wrapper; lists stand in lists', () => {
  const body = {
    Instances: { Instance: [{ Tags: { Tag: [] } }, { Tags: { Tag: [{ TagKey: 'a' }] } }] },
    Zones: { Zone: [] },
  };
  assert.equal(
    written('R', body),
    '<R><Instances><Instance><Tags></Tags></Instance>' +
      '<Instance><Tags><Tag><TagKey>a</TagKey></Tag></Tags></Instance></Instances>' +
      '<Zones></Zones></R>',
  );
});

test('an error: root and children', () => {
  const body = {
    RequestId: 'ID',
    HostId: 'h',
    Code: 'C',
    Message: 'M',
    Recommend: 'https://x?a&b',
  };
  assert.equal(
    written('Error', body),
    '<Error><RequestId>ID</RequestId><HostId>h</HostId><Code>C</Code><Message>M</Message>' +
      '<Recommend>https://x?a&amp;b</Recommend></Error>',
  );
});

test('values: numbers and booleans as in JSON, nothing for null, no element for undefined', () => {
  const body = { A: 1, B: false, C: null, D: undefined, E: '', F: 0 };
  assert.equal(written('R', body), '<R><A>1</A><B>false</B><C></C><E></E><F>0</F></R>');
});

test('what is markup is escaped, what XML cannot hold is left out', () => {
  const cases = {
    '<&>"\'': '&lt;&amp;&gt;&quot;&apos;',
    ']]>': ']]&gt;',
    'a\u0000b\u0008c\u001f\ufffe\uffff': 'abc',
    'tab\tline\r\n': 'tab\tline&#13;\n',
    中文𠮷: '中文𠮷',
  };
  for (const [text, escaped] of Object.entries(cases)) {
    assert.equal(written('R', { A: text }), `<R><A>${escaped}</A></R>`);
  }
});

test('a whole fraction keeps its point', () => {
  assert.equal(written('A', { Price: fraction(8) }), '<A><Price>8.0</Price></A>');
});
