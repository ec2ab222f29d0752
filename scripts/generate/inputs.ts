import { join } from 'node:path';

/** The folders of what was read out of the vendors' documents, which is not in the repository. */
export interface Inputs {
  /** <service>.json: names, types and required flags of Tencent's services. */
  readonly models: string;
  /** Tables of actions and codes, and the documents' examples. */
  readonly facts: string;
}

/** The inputs in a folder: `models/tencent` and `facts`. */
export function inputsIn(folder: string): Inputs {
  return { models: join(folder, 'models/tencent'), facts: join(folder, 'facts') };
}
