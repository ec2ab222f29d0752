// The product beside a yardstick, in alternation: npm run bench -- --help
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runScript } from './child.ts';
import { type Benchmark, type Context, fullScale, smokeScale } from './context.ts';
import { createDataSets } from './data-sets.ts';
import { describeById } from './describe-by-id.ts';
import { filters } from './filters.ts';
import { filteredPage } from './filtered-page.ts';
import { idleMemory } from './idle-memory.ts';
import { launchOverhead } from './launch-overhead.ts';
import { pageWithTexts } from './page-with-texts.ts';
import { postgres } from './postgres.ts';
import { type Outcome, tableText, targetsText } from './report.ts';
import { runHundred } from './run-hundred.ts';
import { runOne } from './run-one.ts';
import { startUp } from './start-up.ts';

const ROOT = join(import.meta.dirname, '..');
const SMOKE = 'A smoke run is too short to judge by: it shows that all of it works.';
const ROUNDS = 5;
/** What they launch fits the networks of a data set. */
const ROUNDS_MAX = 40;

const benchmarks: readonly Benchmark[] = [
  describeById,
  runOne,
  runHundred,
  filteredPage,
  filters,
  pageWithTexts,
  startUp,
  idleMemory,
  launchOverhead,
  postgres,
];

const HELP = `npm run bench -- [--smoke] [--only NAME]… [--rounds N] [--profile DIRECTORY]

Measures the built product beside a yardstick: the least that a server can do for the same request
(bench/yardstick.ts). Both are loaded by the same client, one after the other, in every round.

  --smoke              a second or two for each, to see that everything works
  --only NAME          one of the benchmarks below; may be given more than once
  --rounds N           default ${ROUNDS}, at most ${ROUNDS_MAX}
  --profile DIRECTORY  writes a CPU profile of the product under load there

${benchmarks.map(({ name, description }) => `  ${name.padEnd(16)} ${description}`).join('\n')}
`;

function argumentsGiven() {
  try {
    const { values: given } = parseArgs({
      options: {
        smoke: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        rounds: { type: 'string' },
        profile: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return given;
  } catch (error) {
    console.error(`bench: ${(error as Error).message} (--help says what there is)`);
    process.exit(2);
  }
}

const values = argumentsGiven();

function chosen(names: readonly string[]): readonly Benchmark[] {
  const known = benchmarks.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Error(`There is no benchmark ${unknown}: choose from ${known.join(', ')}.`);
  }
  return names.length === 0 ? benchmarks : benchmarks.filter(({ name }) => names.includes(name));
}

function roundsOf(text: string): number {
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds >= 1 && rounds <= ROUNDS_MAX) return rounds;
  throw new Error(`--rounds is a whole number from 1 to ${ROUNDS_MAX}, not ${text}.`);
}

async function measure(): Promise<void> {
  const which = chosen(values.only);
  const rounds = roundsOf(values.rounds ?? String(values.smoke ? smokeScale.rounds : ROUNDS));
  const progress = (text: string): void => console.error(`bench: ${text}`);
  progress('building the product');
  await runScript(join(ROOT, 'scripts/build.ts'), []);
  const directory = mkdtempSync(join(tmpdir(), 'yuntai-bench-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const profile = values.profile === undefined ? [] : [`--cpu-prof-dir=${values.profile}`];
  const context: Context = {
    scale: { ...(values.smoke ? smokeScale : fullScale), rounds },
    data: createDataSets(directory),
    bundle: join(ROOT, 'dist/yuntai.js'),
    source: join(ROOT, 'src/cli/main.ts'),
    nodeOptions: profile.length === 0 ? [] : ['--cpu-prof', ...profile],
    progress,
  };
  const outcomes: Outcome[] = [];
  for (const benchmark of which) {
    progress(benchmark.name);
    outcomes.push(await benchmark.run(context));
  }
  const over = rounds === 1 ? 'One round' : `Medians of ${rounds} rounds`;
  console.log(`${over}; ratios are of the product to the yardstick.\n`);
  console.log(tableText(outcomes.flatMap(({ rows }) => rows)));
  console.log(`\n${targetsText(outcomes.flatMap(({ targets }) => targets))}`);
  if (values.smoke) console.log(`\n${SMOKE}`);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}
if (values.help) {
  process.stdout.write(HELP);
} else {
  try {
    await measure();
  } catch (error) {
    console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
