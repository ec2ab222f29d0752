import { coverageFile } from './coverage.ts';
import { exampleFiles } from './examples.ts';
import { faultsPage } from './faults-page.ts';
import type { GeneratedFiles } from './generated-file.ts';
import type { Inputs } from './inputs.ts';
import { aliyunPublishedFiles, tencentPublishedFiles } from './published.ts';
import { shownCode } from './shown-code.ts';

/** What the repository and the installed SDKs suffice for; a test holds it to be up to date. */
export function fromRepository(): GeneratedFiles {
  return new Map([...aliyunPublishedFiles(), ...coverageFile(), ...faultsPage(), ...shownCode()]);
}

/** What needs the vendors' documents. */
export function fromInputs(inputs: Inputs): GeneratedFiles {
  return new Map([...tencentPublishedFiles(inputs), ...exampleFiles(inputs)]);
}
