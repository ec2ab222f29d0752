import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { xml, xmlParts } from './aliyun/xml.ts';
import { jsonBody } from './answer-body.ts';
import { fraction } from './fraction.ts';

const LARGE = 'x'.repeat(300 * 1_024);

function pieced(value: Readonly<Record<string, unknown>>): readonly string[] {
  const body = jsonBody(value);
  assert.ok(typeof body !== 'string', 'it is large');
  return [...body.pieces()].map((piece) => String(piece));
}

test('a small answer is one text', () => {
  assert.equal(jsonBody({ A: [1, null, fraction(8)] }), '{"A":[1,null,8.0]}');
});

test('the pieces of a large one are the text that it would have been', () => {
  const values = fc.jsonValue({ maxDepth: 4 });
  const property = fc.property(values, values, (one, other) => {
    const value = {
      One: one,
      Gone: undefined,
      Large: [LARGE, other],
      List: { Item: [one, LARGE] },
    };
    assert.equal(pieced(value).join(''), JSON.stringify(value));
  });
  fc.assert(property, { numRuns: 50, seed: 7 });
  const rows = { Rows: Array.from({ length: 100 }, (_, at) => ({ at, Text: 'y'.repeat(20_000) })) };
  const pieces = pieced({ ...rows, Share: fraction(2) });
  assert.equal(pieces.join(''), JSON.stringify({ ...rows, Share: fraction(2) }));
  assert.ok(pieces.every((piece) => piece.length < 25_000));
});

test('so are those of XML', () => {
  const body = {
    Instances: {
      Instance: [
        { Id: 'a', Text: LARGE },
        { Id: 'b & c', None: null, Gone: undefined },
      ],
    },
    Total: 2,
  };
  assert.equal([...xmlParts('Answer', body)].join(''), xml('Answer', body));
});
