import { test } from 'node:test';
import { defineFaults } from './fault.ts';
import type { Key } from './key.ts';

const faults = defineFaults('thing', { gone: 'It is gone. Detail: thing.' });

/** The compiler is the test: a line that fits although it should not is an error by itself. */
test('a key fits where its kind is wanted, and a text fits anywhere', () => {
  const instance: Key<'instance'> = 'r8hr2upy';
  const text: string = instance;
  const wanted = (_subnet: Key<'subnet'>): void => undefined;
  wanted(text);
  // @ts-expect-error the key of another kind
  wanted(instance);
  const several: ReadonlyArray<Key<'instance'>> = [instance, text];
  // @ts-expect-error keys of another kind
  several.forEach(wanted);
});

test('a fault is told a key under the name of its kind', () => {
  const instance: Key<'instance'> = 'r8hr2upy';
  faults.gone({ instance, limit: 3, message: 'It is gone.' });
  // @ts-expect-error the key of another kind
  faults.gone({ subnet: instance });
});
