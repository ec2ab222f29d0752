import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Command } from 'commander';
import { version } from '#server/version.ts';
import { createProgram } from './program.ts';

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

test('every command explains itself with an example', () => {
  const { commands } = createProgram();
  assert.ok(commands.length >= 10);
  for (const command of commands) {
    assert.match(helpOf(command), /\nExamples?:\n {2}\S/, command.name());
    for (const inner of command.commands) assert.notEqual(inner.description(), '', inner.name());
  }
});

test('the version is the package’s', () => {
  const path = new URL('../../package.json', import.meta.url);
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string };
  assert.equal(version, manifest.version);
  assert.equal(createProgram().version(), manifest.version);
});
