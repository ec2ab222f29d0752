/**
 * Makes every generated file again:
 *
 *     npm run generate                    what the repository and the installed SDKs suffice for
 *     npm run generate -- --inputs DIR    all of it; YUNTAI_INPUTS=DIR does the same
 *
 * DIR holds what was read out of the vendors' documents: models/tencent/<service>.json and facts/.
 * A new action imports its skeleton (`../models/create-key-pair.ts`); this command then makes it.
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryPath, writeFiles } from './generated-file.ts';
import { inputsIn } from './inputs.ts';
import { listFiles } from './lists.ts';
import { aliyunShapes, tencentShapes } from './shape-services.ts';

const { values } = parseArgs({ options: { inputs: { type: 'string' } } });
const folder = values.inputs ?? process.env['YUNTAI_INPUTS'];
const inputs = folder === undefined ? undefined : inputsIn(resolve(folder));

// Lists, skeletons and pages first: without them the manifest, which the rest asks, does not load.
await writeFiles(listFiles());
await writeFiles(aliyunShapes());
if (inputs !== undefined) {
  await writeFiles(tencentShapes(inputs));
  const pages = repositoryPath('scripts/generate/pages.ts');
  execFileSync(process.execPath, [pages, '--facts', inputs.facts], { stdio: 'inherit' });
}
const { fromInputs, fromRepository } = await import('./parts.ts');
await writeFiles(fromRepository());
if (inputs !== undefined) await writeFiles(fromInputs(inputs));
