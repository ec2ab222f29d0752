import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  formatQuery,
  parseForm,
  parseQuery,
  parseQueryAndForm,
  percentEncode,
} from './query-string.ts';
import type { RawRequest } from './raw-request.ts';

const LIMITS = { parametersMax: 5 };

function pairs(text: string): unknown {
  const parsed = parseQuery(text, LIMITS);
  return parsed instanceof Map ? [...parsed] : parsed;
}

function request(parts: Partial<RawRequest> & { form?: string; contentType?: string }): RawRequest {
  const headers = new Map<string, string>();
  if (parts.contentType !== undefined) headers.set('content-type', parts.contentType);
  return {
    method: 'POST',
    path: '/',
    rawQuery: parts.rawQuery ?? '',
    headers,
    body: Buffer.from(parts.form ?? ''),
    remoteAddress: '127.0.0.1',
  };
}

test('names and values are percent-decoded, plus is a space', () => {
  assert.deepEqual(pairs(''), []);
  assert.deepEqual(pairs('a=1&b=2'), [
    ['a', '1'],
    ['b', '2'],
  ]);
  assert.deepEqual(pairs('Filters.0.Name=a+b%2Bc%20d'), [['Filters.0.Name', 'a b+c d']]);
  assert.deepEqual(pairs('%41=%e4%b8%ad'), [['A', '中']]);
  assert.deepEqual(pairs('a=x=y%3D'), [['a', 'x=y=']]);
});

test('empty values stay, a name may stand alone, empty pairs are skipped', () => {
  assert.deepEqual(pairs('&a=&&b&'), [
    ['a', ''],
    ['b', ''],
  ]);
});

test('what the Node client leaves bare reads as what was meant', () => {
  assert.deepEqual(pairs('InstanceName=%E4%B8%AD%20a*b%27(~)!'), [['InstanceName', "中 a*b'(~)!"]]);
});

test('the last of a repeated name counts', () => {
  assert.deepEqual(pairs('a=1&b=2&a=3'), [
    ['a', '3'],
    ['b', '2'],
  ]);
});

test('names that objects have anyway are names like any other', () => {
  assert.deepEqual(pairs('__proto__=1&constructor=2'), [
    ['__proto__', '1'],
    ['constructor', '2'],
  ]);
});

test('broken percent sequences are refused', () => {
  const refusal = { refusal: 'malformed-query', reason: 'percent-sequence' };
  for (const text of ['a=%', 'a=%4', 'a=%zz', '%=1', 'a=100%&b=1']) {
    assert.deepEqual(pairs(text), refusal, text);
  }
});

test('bytes that are not UTF-8 are refused, encoded or bare', () => {
  const refusal = { refusal: 'malformed-query', reason: 'utf-8' };
  const broken = [
    'a=%ff',
    'a=%c0%af',
    'a=%ed%a0%80',
    'a=%f4%90%80%80',
    'a=\u00ff',
    'a=%e4%b8',
    '中',
  ];
  for (const text of broken) assert.deepEqual(pairs(text), refusal, text);
});

test('bare UTF-8 bytes are read as the text they are', () => {
  assert.deepEqual(pairs(Buffer.from('a=未命名').toString('latin1')), [['a', '未命名']]);
});

test('the number of pairs is bounded, repeated names counted each time', () => {
  const refusal = { refusal: 'too-many-parameters', parametersMax: 5 };
  assert.equal((pairs('a&b&c&d&e') as unknown[]).length, 5);
  assert.deepEqual(pairs('a&b&c&d&e&f'), refusal);
  assert.deepEqual(pairs('a&a&a&a&a&a'), refusal);
});

test('a form is read where the content type says form or nothing', () => {
  const form = 'a=%E4%B8%AD';
  const read = (contentType?: string): unknown =>
    parseForm(request({ form, ...(contentType === undefined ? {} : { contentType }) }), LIMITS);
  const expected = new Map([['a', '中']]);
  assert.deepEqual(read('application/x-www-form-urlencoded'), expected);
  assert.deepEqual(read('Application/X-WWW-Form-Urlencoded; charset=utf-8'), expected);
  assert.deepEqual(read(), expected);
  assert.deepEqual(read('application/json'), new Map());
  assert.deepEqual(read('application/x-www-form-urlencoded2'), new Map());
  assert.deepEqual(parseForm(request({ form: 'a=中' }), LIMITS), expected);
});

test('query and form are merged, the form wins, the bound is on both', () => {
  const merged = parseQueryAndForm(request({ rawQuery: 'a=1&b=2', form: 'b=3&c=4' }), LIMITS);
  assert.deepEqual(merged, new Map(Object.entries({ a: '1', b: '3', c: '4' })));
  const tooMany = request({ rawQuery: 'a&b&c', form: 'd&e&f' });
  assert.deepEqual(parseQueryAndForm(tooMany, LIMITS), {
    refusal: 'too-many-parameters',
    parametersMax: 5,
  });
  const broken = { refusal: 'malformed-query', reason: 'percent-sequence' };
  assert.deepEqual(parseQueryAndForm(request({ rawQuery: 'a=%' }), LIMITS), broken);
  assert.deepEqual(parseQueryAndForm(request({ form: 'a=%' }), LIMITS), broken);
});

test('encoding leaves RFC 3986 unreserved characters alone', () => {
  const unreserved = 'AZaz09-_.~';
  assert.equal(percentEncode(unreserved), unreserved);
  assert.equal(percentEncode(" *'()!/中"), '%20%2A%27%28%29%21%2F%E4%B8%AD');
});

test('what is formatted is read back', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (list) => {
      const parameters = new Map(list);
      parameters.delete('');
      const parsed = parseQuery(formatQuery(parameters), { parametersMax: 8 });
      assert.deepEqual(parsed, parameters);
    }),
  );
});

test('hostile text is refused or read, never thrown at', () => {
  const bytes = fc.uint8Array({ maxLength: 60 });
  const queryish = fc.string({
    unit: fc.constantFrom('%', '&', '=', '+', 'e', '4', 'b', 'ä', '\0'),
  });
  fc.assert(
    fc.property(bytes, queryish, (body, text) => {
      for (const read of [
        parseQuery(Buffer.from(body).toString('latin1'), LIMITS),
        parseQuery(text, LIMITS),
      ]) {
        if (!(read instanceof Map)) {
          assert.match(read.refusal, /^(malformed-query|too-many-parameters)$/);
        } else for (const value of read.values()) assert.ok(value.isWellFormed());
      }
    }),
  );
});
