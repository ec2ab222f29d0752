// https://cloud.tencent.com/document/api/213/15718 (seed 004 L25544)
import { action } from '#apis/context.ts';
import { importSystems, importTypes } from '#catalogue/tencent/import-systems.ts';
import * as model from '../models/describe-import-image-os.ts';

/** The systems that images may be imported with. */
export const describeImportImageOs = action.read({
  model,
  handle: () =>
    Promise.resolve({
      ImportImageOsListSupported: importTypes,
      ImportImageOsVersionSet: importSystems.map(({ name, versions, architectures }) => ({
        OsName: name,
        OsVersions: versions,
        Architecture: architectures,
      })),
    }),
});
