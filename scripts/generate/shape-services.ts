import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { aliyunModel } from './aliyun-model.ts';
import { readRepositoryFile, repositoryPath, type GeneratedFiles } from './generated-file.ts';
import type { Inputs } from './inputs.ts';
import { published as bss } from '#apis/aliyun/bssopenapi/published.ts';
import { published as ecs } from '#apis/aliyun/ecs/published.ts';
import { published as aliyunVpc } from '#apis/aliyun/vpc/published.ts';
import { published as resourceManager } from '#apis/aliyun/resourcemanager/published.ts';
import { kebabCase, shapeFiles } from './shapes.ts';
import { readCvmDeclarations } from './tencent-declarations.ts';
import { tencentModel } from './tencent-model.ts';
import { tencentModelFile } from './tencent-model-file.ts';

/** The files of Alibaba's skeletons, which need no more than the repository. */
export function aliyunShapes(): GeneratedFiles {
  return merged([
    shapeFiles(
      aliyunModel(
        'bssopenapi',
        '@alicloud/bssopenapi20171214',
        wanted('aliyun/bssopenapi', bss.actions),
      ),
    ),
    shapeFiles(aliyunModel('ecs', '@alicloud/ecs20140526', wanted('aliyun/ecs', ecs.actions))),
    shapeFiles(
      aliyunModel('vpc', '@alicloud/vpc20160428', wanted('aliyun/vpc', aliyunVpc.actions)),
    ),
    shapeFiles(
      aliyunModel(
        'resourcemanager',
        '@alicloud/resourcemanager20200331',
        wanted('aliyun/resourcemanager', resourceManager.actions),
      ),
    ),
  ]);
}

/** The files of Tencent's skeletons: all actions of cvm, of the others those that are wanted. */
export function tencentShapes({ models }: Inputs): GeneratedFiles {
  const cvm = tencentModelFile(models, 'cvm');
  const ofCvm = { names: Object.keys(cvm.actions), declarations: readCvmDeclarations() };
  const others = ['api', 'cam', 'cbs', 'region', 'sts', 'tag', 'vpc'].map((service) => {
    const model = tencentModelFile(models, service);
    const names = wanted(`tencent/${service}`, Object.keys(model.actions));
    return shapeFiles(tencentModel(service, model, { names, declarations: new Map() }));
  });
  return merged([shapeFiles(tencentModel('cvm', cvm, ofCvm)), ...others]);
}

/**
 * The actions of a service whose skeletons are wanted: those that are there, and those that a file
 * of the service imports already (`../models/create-vpc.ts`). So a new action imports its skeleton
 * and the command makes it; the manifest, which would not load, is not asked.
 */
function wanted(folder: string, published: readonly string[]): readonly string[] {
  const files = globSync(repositoryPath(`src/apis/${folder}/**/*.ts`));
  const imported = files.flatMap((file) => {
    const text = readRepositoryFile(file);
    return [...text.matchAll(/from '\.\.?\/(?:\.\.\/)*models\/([\w-]+)\.ts'/g)].map(
      ([, name = '']) => name,
    );
  });
  const there = files.filter((file) => /\/models\/[\w-]+\.ts$/.test(file) && existsSync(file));
  const names = new Set([...imported, ...there.map((file) => basename(file, '.ts'))]);
  return published.filter((name) => names.has(kebabCase(name)));
}

function merged(all: readonly GeneratedFiles[]): GeneratedFiles {
  return new Map(all.flatMap((files) => [...files]));
}
