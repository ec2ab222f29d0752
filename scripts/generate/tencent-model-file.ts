import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath } from './generated-file.ts';
import type { JsonModel } from './tencent-model.ts';

/** With the version of the API. */
type TencentModel = JsonModel & { readonly version: string };

/**
 * The model of one of Tencent's services: that of the inputs, or for a service that they do not
 * hold the one in sources/models, whose names and types are those of the vendor's SDK for Go.
 */
export function tencentModelFile(models: string, service: string): TencentModel {
  const own = repositoryPath(`scripts/generate/sources/models/${service}.json`);
  const file = existsSync(own) ? own : join(models, `${service}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as TencentModel;
}
