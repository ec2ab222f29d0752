import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id, integer, list, string, structure } from './builders.ts';
import type { InferIn, InferOut } from './infer.ts';
import { each, omitted, only, overlay } from './overlay.ts';

const disk = structure({
  DiskId: id('disk', { nullable: true }),
  DiskSize: integer({ required: true }),
  DiskType: string(),
  Secret: string(),
});
const request = structure({
  Limit: integer(),
  Offset: integer(),
  Disk: disk,
  Disks: list(disk),
  Filters: list(structure({ Name: string() })),
  Old: string({ required: true }),
});

const asked = overlay(
  request,
  {
    ...each(['Offset', 'Limit'], { default: 0, min: 0 }),
    Disk: {
      required: true,
      fields: {
        DiskSize: { min: 10, max: 20 },
        DiskType: { values: ['SSD', 'HDD'] },
        Secret: omitted('Not in the documents.'),
        Name: string({ source: 'seed 004 L1' }),
      },
    },
    Disks: { max: 2, item: { fields: { DiskSize: { required: false } } } },
    Filters: string(),
    Old: omitted('Nobody has one.'),
    New: integer({ default: 1 }),
  },
  { rules: [{ rule: 'exclusive', fields: ['Disk', 'Disks'] }] },
);

type Same<A, B> = [A, B] extends [B, A] ? true : false;
/** Compiles where the types are the same. */
const same = <A, B>(_isSame: Same<A, B>): void => {};
type Plain<T> = { [K in keyof T]: T[K] };

describe('a patch laid over a model', () => {
  test('changes what it names, and no more', () => {
    const { Limit, Disk, Disks } = asked.fields;
    assert.deepEqual(Limit, { kind: 'integer', default: 0, min: 0 });
    assert.equal(Disk.required, true);
    assert.deepEqual(Disk.fields.DiskSize, { kind: 'integer', required: true, min: 10, max: 20 });
    assert.equal(Disk.fields.DiskId, disk.fields.DiskId);
    assert.equal(Disks.max, 2);
    assert.equal(Disks.item.fields.DiskSize.required, false);
    assert.equal(disk.fields.DiskSize.required, true);
    assert.equal(asked.rules.length, 1);
  });

  test('keeps the order of the model, leaves fields out and adds fields at the end', () => {
    assert.equal(Object.keys(asked.fields).join(' '), 'Limit Offset Disk Disks Filters New');
    const inner = Object.keys(asked.fields.Disk.fields).join(' ');
    assert.equal(inner, 'DiskId DiskSize DiskType Name');
    assert.deepEqual((asked as { omitted?: unknown }).omitted, { Old: 'Nobody has one.' });
  });

  test('a whole shape stands in the place of the field', () => {
    assert.deepEqual(asked.fields.Filters, { kind: 'string' });
  });

  test('its types are those of a shape written by hand', () => {
    type Asked = InferIn<typeof asked>;
    same<Asked['Limit'], number>(true);
    same<Asked['New'], number>(true);
    same<Asked['Filters'], string | undefined>(true);
    same<Asked['Disk']['DiskType'], 'SSD' | 'HDD' | undefined>(true);
    same<Asked['Disk']['DiskSize'], number>(true);
    same<NonNullable<Asked['Disks']>[number]['DiskSize'], number | undefined>(true);
    same<keyof Asked, 'Limit' | 'Offset' | 'Disk' | 'Disks' | 'Filters' | 'New'>(true);
    same<keyof Asked['Disk'], 'DiskId' | 'DiskSize' | 'DiskType' | 'Name'>(true);
    // Null is of answers: a struct that travels both ways has it in one of them.
    same<Asked['Disk']['DiskId'], string | undefined>(true);
    same<InferOut<typeof asked>['Disk']['DiskId'], string | null>(true);
    const shown = overlay(disk, { Secret: { optional: true }, DiskSize: omitted('No size.') });
    type Shown = Plain<InferOut<typeof shown>>;
    same<
      Shown,
      {
        readonly DiskId: string | null;
        readonly DiskType: string;
        readonly Secret?: string | undefined;
      }
    >(true);
  });

  test('only some fields of a model make a shape of its own', () => {
    const small = only(disk, 'DiskType', 'DiskId');
    assert.equal(Object.keys(small.fields).join(' '), 'DiskType DiskId');
    same<keyof InferIn<typeof small>, 'DiskType' | 'DiskId'>(true);
    // @ts-expect-error no field of the model
    only(disk, 'Nothing');
  });

  test('what is misspelt does not compile', () => {
    // @ts-expect-error no facet of a number
    overlay(request, { Limit: { default: 1, mni: 1 } });
    // @ts-expect-error a facet of another type
    overlay(request, { Limit: { default: '1' } });
    // @ts-expect-error no field of the model
    overlay(request, { Limits: { default: 1 } });
    // @ts-expect-error no field of the model, to be left out
    overlay(request, { Limits: omitted('No such field.') });
    // @ts-expect-error no field of the structure within
    overlay(request, { Disk: { fields: { DiscSize: { min: 1 } } } });
    // @ts-expect-error no facet of the structure within the list
    overlay(request, { Disks: { item: { fields: { DiskSize: { mni: 1 } } } } });
    // @ts-expect-error a number has no fields
    overlay(request, { Limit: { fields: {} } });
  });
});
