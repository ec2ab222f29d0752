import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { services } from '#apis/manifest.ts';
import type { Shape } from '#wire/shape.ts';
import { nameOf } from './support/pages.ts';

/** The paths of what a shape accepts without effect. */
function* silentIn(shape: Shape, path: readonly string[]): Generator<string> {
  if (shape.deprecated === true) {
    yield path.join('.');
  } else if (shape.kind === 'list') {
    yield* silentIn(shape.item, path);
  } else if (shape.kind === 'structure') {
    for (const [name, field] of Object.entries(shape.fields)) {
      yield* silentIn(field, [...path, name]);
    }
  }
}

test('whatever is accepted without effect is told in docs/differences.md', () => {
  const told = new Set(readFileSync('docs/differences.md', 'utf8').match(/\w+/g));
  const untold = services.flatMap((service) =>
    service.actions.flatMap((action) =>
      [...silentIn(action.input, [])]
        .filter((path) => !told.has(path.split('.').at(-1) ?? ''))
        .map((path) => `${nameOf(service)} ${action.name} ${path}`),
    ),
  );
  assert.deepEqual(untold, []);
});
