import { readRepositoryFile } from './generated-file.ts';

/** A field of an interface in the SDK's declarations. */
export interface DeclaredField {
  readonly name: string;
  readonly required: boolean;
  readonly list: boolean;
  /** `string`, `number`, `boolean`, `any`, or the name of another interface. */
  readonly type: string;
}

/** The interfaces that tencentcloud-sdk-nodejs-cvm declares, by name. */
export function readCvmDeclarations(): Map<string, DeclaredField[]> {
  const sdk = 'node_modules/tencentcloud-sdk-nodejs-cvm/tencentcloud/services/cvm/v20170312';
  return parseDeclarations(readRepositoryFile(`${sdk}/cvm_models.d.ts`));
}

/** The interfaces of a declaration file; `type X = null` (no inputs) has no fields. */
export function parseDeclarations(source: string): Map<string, DeclaredField[]> {
  const interfaces = new Map<string, DeclaredField[]>();
  for (const match of source.matchAll(/^export interface (\w+) \{\n([\s\S]*?)^\}/gm)) {
    const [, name = '', body = ''] = match;
    const code = body.replaceAll(/\/\*\*[\s\S]*?\*\//g, '');
    const fields = [...code.matchAll(/^ {4}(\w+)(\?)?: (?:Array<(\w+)>|(\w+));$/gm)];
    interfaces.set(
      name,
      fields.map(([, field = '', optional, element, scalar]) => ({
        name: field,
        required: optional === undefined,
        list: element !== undefined,
        type: element ?? scalar ?? '',
      })),
    );
  }
  for (const match of source.matchAll(/^export type (\w+) = null;/gm)) {
    interfaces.set(match[1] ?? '', []);
  }
  return interfaces;
}
