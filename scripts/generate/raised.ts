/**
 * Writes docs/reference/codes-raised.tsv: which test of an action brings about which refusal, as
 * docs/reference/faults.md tells it. It runs those tests, which takes minutes:
 *
 *     node scripts/run.mjs scripts/generate/raised.ts            all tests beside the actions
 *     node scripts/run.mjs scripts/generate/raised.ts key-pair   those whose path has a word
 *
 * Of tests that are not run the rows stay.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readTable, repositoryPath, writeGenerated } from './generated-file.ts';

const FILE = 'docs/reference/codes-raised.tsv';
/** Where the tests stand that state the codes of a page, and draw nothing at random. */
const ROOM = 'src/apis/';
const COLUMNS = ['page', 'action', 'code', 'reason', 'test'] as const;

/** A refusal that a test brings about. */
export type Raised = { readonly [Column in (typeof COLUMNS)[number]]: string };

/** The refusals that tests bring about, as they were when the tests last ran for it. */
export function raisedByTests(): readonly Raised[] {
  const path = repositoryPath(FILE);
  return existsSync(path) ? (readTable(path) as unknown as readonly Raised[]) : [];
}

/** Runs the tests whose paths have one of the words, and gives what they raise. */
function raisedNow(words: readonly string[]): readonly Raised[] {
  const folder = mkdtempSync(join(tmpdir(), 'yuntai-refusals-'));
  const recorder = pathToFileURL(repositoryPath('test/support/record-refusals.ts'));
  const { status } = spawnSync(process.execPath, ['scripts/test.mjs', '--apart', ...words], {
    cwd: repositoryPath('.'),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, YUNTAI_REFUSALS: folder, NODE_OPTIONS: `--import=${recorder.href}` },
  });
  if (status !== 0) throw new Error('The tests fail: run them by npm test.');
  const lines = readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').split('\n'),
  );
  rmSync(folder, { recursive: true });
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(COLUMNS.map((name, at) => [name, cells[at] ?? ''])) as Raised;
  });
}

function lineOf(raised: Raised): string {
  return COLUMNS.map((name) => raised[name]).join('\t');
}

if (import.meta.main) {
  const words = process.argv.slice(2);
  const isMeant = ({ test }: Raised) =>
    test.startsWith(ROOM) && (words.length === 0 || words.some((word) => test.includes(word)));
  const now = raisedNow(words.length === 0 ? [ROOM] : words).filter(isMeant);
  const before = raisedByTests().filter((one) => !isMeant(one));
  const lines = new Set([...before, ...now].map(lineOf));
  await writeGenerated(FILE, `${[COLUMNS.join('\t'), ...[...lines].toSorted()].join('\n')}\n`);
}
