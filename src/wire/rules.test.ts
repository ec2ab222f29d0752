import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boolean, integer, list, string, structure } from './builders.ts';
import { faultOf, fromAliyunQuery, fromJson, refuses } from './vendors.test-support.ts';

describe('requires', () => {
  const shape = structure(
    {
      ChargeType: string({ values: ['PREPAID', 'POSTPAID'], default: 'POSTPAID' }),
      Prepaid: structure({ Period: integer() }),
      Renew: boolean(),
      RenewPeriod: integer(),
    },
    {
      rules: [
        {
          rule: 'requires',
          field: 'Prepaid',
          when: { field: 'ChargeType', is: ['PREPAID'] },
          reason: { reason: 'MissingParameter.Prepaid' },
        },
        { rule: 'requires', field: 'RenewPeriod', when: { field: 'Renew', is: [true] } },
      ],
    },
  );
  test('a field is needed where another has a value', () => {
    refuses('MissingParameter.Prepaid', () => fromJson(shape, { ChargeType: 'PREPAID' }));
    assert.ok(fromJson(shape, { ChargeType: 'PREPAID', Prepaid: {} }));
  });
  test('and not where it has another one, or is at its default', () => {
    assert.ok(fromJson(shape, {}));
    assert.ok(fromJson(shape, { ChargeType: 'POSTPAID' }));
    assert.ok(fromJson(shape, { Renew: 'False' }));
  });
  test('values are compared once decoded', () => {
    const fault = faultOf(() => fromAliyunQuery(shape, 'Renew=TRUE'));
    assert.equal(fault.code, 'MissingParameter');
    assert.match(fault.message, /"RenewPeriod"/);
  });
  test('nor where what may stand in for it is given', () => {
    const needs = {
      rule: 'requires',
      field: 'Prepaid',
      when: { field: 'ChargeType', is: ['PREPAID'] },
      unless: 'Template',
    } as const;
    const either = structure(
      { ChargeType: string(), Prepaid: string(), Template: string() },
      { rules: [needs] },
    );
    refuses('MissingParameter', () => fromJson(either, { ChargeType: 'PREPAID' }));
    assert.ok(fromJson(either, { ChargeType: 'PREPAID', Template: 'a' }));
  });
  test('a default stands for the field that is needed', () => {
    const rules = [{ rule: 'requires', field: 'B', when: { field: 'A', present: true } }] as const;
    const defaulted = structure({ A: string(), B: integer({ default: 1 }) }, { rules });
    assert.deepEqual(fromJson(defaulted, { A: 'x' }), { A: 'x', B: 1 });
    const absent = structure({ A: string(), B: integer() }, { rules });
    refuses('MissingParameter', () => fromJson(absent, { A: 'x' }));
    assert.ok(fromJson(absent, {}));
    assert.ok(fromJson(absent, { B: 1 }));
  });
  test('a rule may hold where another field is not given', () => {
    const rules = [{ rule: 'requires', field: 'B', when: { field: 'A', present: false } }] as const;
    const either = structure({ A: string(), B: string() }, { rules });
    const fault = faultOf(() => fromJson(either, {}));
    assert.equal(fault.code, 'MissingParameter');
    assert.match(fault.message, /`B` is missing: give it or A/);
    assert.ok(fromJson(either, { A: 'x' }));
  });
});

describe('one-of', () => {
  const shape = structure(
    { Ids: list(string()), Names: list(string()), All: boolean({ default: false }) },
    {
      rules: [
        { rule: 'one-of', fields: ['Ids', 'Names', 'All'], reason: { reason: 'Missing.Either' } },
      ],
    },
  );
  test('one of them has to be there', () => {
    assert.ok(fromJson(shape, { Ids: ['a'] }));
    assert.ok(fromJson(shape, { Names: ['a'], All: true }));
    const fault = faultOf(() => fromJson(shape, {}));
    assert.equal(fault.code, 'Missing.Either');
    assert.match(fault.message, /`Ids` is missing: give it or Names or All/);
  });
  test('null, an empty list and a default are none', () => {
    refuses('Missing.Either', () => fromJson(shape, { Ids: [], Names: null, All: false }));
  });
});

describe('exclusive', () => {
  const shape = structure(
    {
      Password: string({ secret: true }),
      PasswordInherit: boolean({ default: false }),
      Login: structure(
        { A: string(), B: string(), C: list(string()) },
        { rules: [{ rule: 'exclusive', fields: ['A', 'B', 'C'] }] },
      ),
    },
    {
      rules: [
        {
          rule: 'exclusive',
          fields: ['Password', 'PasswordInherit'],
          reason: { reason: 'Conflict' },
        },
      ],
    },
  );
  test('of them at most one may be there', () => {
    const fault = faultOf(() => fromAliyunQuery(shape, 'Password=x&PasswordInherit=true'));
    assert.equal(fault.code, 'Conflict');
    assert.match(fault.message, /"Password" cannot be given together with PasswordInherit/);
  });
  test('what is sent as it would be anyway conflicts with nothing: Terraform sends it', () => {
    const decoded = fromAliyunQuery(shape, 'Password=x&PasswordInherit=false');
    assert.equal(decoded.PasswordInherit, false);
  });
  test('holds inside a structure, whose path is named', () => {
    const fault = faultOf(() => fromJson(shape, { Login: { B: 'x', C: ['y'] } }));
    assert.equal(fault.code, 'InvalidParameter');
    assert.match(fault.message, /`Login\.B` cannot be given together with C/);
    assert.ok(fromJson(shape, { Login: { B: 'x', C: [] } }));
  });
});

test('rules are checked in their order, after all fields', () => {
  const shape = structure(
    { A: string(), B: string(), C: integer() },
    {
      rules: [
        { rule: 'exclusive', fields: ['A', 'B'], reason: { reason: 'First' } },
        {
          rule: 'requires',
          field: 'C',
          when: { field: 'A', present: true },
          reason: { reason: 'Second' },
        },
      ],
    },
  );
  refuses('First', () => fromJson(shape, { A: 'x', B: 'y' }));
  refuses('Second', () => fromJson(shape, { A: 'x' }));
  refuses('InvalidParameter', () => fromJson(shape, { A: 'x', B: 'y', C: 'z' }));
});
