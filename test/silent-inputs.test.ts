import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
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

/** Inputs that no handler names, and how they have their effect all the same. */
const effects: Readonly<Record<string, RegExp>> = {
  'Read around the handler': /^(?:ClientToken|DryRun|RegionId)$/,
  'Read by its prefix': /^(?:Minimum|Maximum)/,
  'Part of EnhancedService, which is kept and shown whole': /^(?:AutomationService|Enabled)$/,
  'Part of NetworkInterfaces, which is refused whole':
    /^(?:InterfaceType|NetworkInterfaceId|PrivateIpv4AddressCount)$/,
  'Part of LaunchTemplate, which is refused whole': /^LaunchTemplateId$/,
  'Part of RemoteConnectionOptions, which is refused whole': /^Type$/,
  'Of two times, which are the same here': /^OrderField$/,
  'Every image serves both': /^ActionType$/,
  'Part of NetworkAclQuintupleSet, which is refused whole':
    /^(?:(?:Source|Destination)(?:Port|(?:IPv6)?Cidr)|NetworkAclQuintupleEntryId|NetworkAclDirection)$/,
};

/** The names of what a shape takes and has more than one value, as far as it has an effect. */
function* effectiveIn(shape: Shape, name: string): Generator<string> {
  if (shape.deprecated === true) return;
  if (shape.kind === 'list') yield* effectiveIn(shape.item, name);
  else if (shape.kind === 'structure') {
    for (const [field, of] of Object.entries(shape.fields)) yield* effectiveIn(of, field);
  } else if (!('values' in shape) || shape.values?.length !== 1) yield name;
}

/** The words of a vendor's handwritten code, but for what describes a field: `Name: {`. */
function wordsOf(vendor: string): ReadonlySet<string> {
  const code = readdirSync(`src/apis/${vendor}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/test|models[\\/]/.test(path))
    .map((path) => readFileSync(`src/apis/${vendor}/${path}`, 'utf8'))
    .join('\n');
  const read = code.replaceAll(/\/\/.*|\/\*[^]*?\*\//g, '').replaceAll(/^\s*\w+: /gm, '');
  return new Set(read.match(/\w+/g));
}

test('whatever is accepted is read somewhere, or said to be without effect', () => {
  const words = { tencent: wordsOf('tencent'), aliyun: wordsOf('aliyun') };
  const isKnown = (name: string) => Object.values(effects).some((names) => names.test(name));
  const unread = services.flatMap((service) =>
    service.actions.flatMap(({ name: action, input }) =>
      [...effectiveIn(input, '')]
        .filter((name) => !words[service.vendor].has(name) && !isKnown(name))
        .map((name) => `${nameOf(service)} ${action} ${name}`),
    ),
  );
  assert.deepEqual(unread, []);
});
