import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { instanceKeyOf, parseLegacyId, renderLegacyId } from './ids.ts';

const key = fc.stringMatching(/^[a-z0-9]{8}$/);

describe('ids of the legacy generation', () => {
  test('an instance has two, and either names it (seed 004 L51301)', () => {
    fc.assert(
      fc.property(key, (one) => {
        assert.equal(renderLegacyId('instance', one), `ins-${one}`);
        assert.match(renderLegacyId('qcvm', one), /^qcvm[0-9a-f]{32}$/);
        for (const kind of ['instance', 'qcvm']) {
          assert.equal(parseLegacyId('instance', renderLegacyId(kind, one)), one);
        }
      }),
    );
  });

  test('an image, a network and a subnet have a number beside their id (L52442, L52735)', () => {
    fc.assert(
      fc.property(key, fc.constantFrom('image', 'vpc', 'subnet'), (one, kind) => {
        const number = renderLegacyId(`${kind}-number`, one);
        assert.ok(Number.isSafeInteger(Number(number)));
        assert.equal(parseLegacyId(kind, number), one);
        assert.equal(parseLegacyId(kind, renderLegacyId(kind, one)), one);
      }),
    );
  });

  test('an older id that is nobody’s names nothing, and is said again as it came (L54355)', () => {
    const id = 'qcvm8e7bf56c115c53ce2d2a1ac2ea6e657a';
    const none = parseLegacyId('instance', id) ?? '';
    assert.doesNotMatch(none, /^[a-z0-9]{8}$/);
    assert.equal(renderLegacyId('instance', none), id);
    assert.equal(renderLegacyId('instance', instanceKeyOf('qcvm12345')), 'qcvm12345');
  });

  test('what cannot be an id is malformed', () => {
    for (const [kind, text] of [
      ['instance', 'instance-1'],
      ['instance', '1'],
      ['image', 'img'],
      ['vpc', '99999999999999'],
      ['zone', 'ap-guangzhou-3'],
      ['region', 'ap-guangzhou'],
    ] as const) {
      assert.equal(parseLegacyId(kind, text), undefined, text);
    }
  });

  test('an order has the number of its key', () => {
    assert.equal(renderLegacyId('deal', '0000003d'), '121');
  });
});
