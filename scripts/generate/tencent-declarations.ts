import { readRepositoryFile } from './generated-file.ts';

/** A field of an interface in the SDK's declarations. */
export interface DeclaredField {
  readonly name: string;
  readonly required: boolean;
  readonly list: boolean;
  /** `string`, `number`, `boolean`, `any`, or the name of another interface. */
  readonly type: string;
  /** Its comment says that an answer may hold null there. */
  readonly nullable: boolean;
}

/** A comment and the field below it. */
const FIELD = /^ {4}\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n {4}(\w+)(\?)?: (?:Array<(\w+)>|(\w+));$/gm;

/** "This field may be null", "null for what is paid by use". */
const NULLABLE = /可能返回\s*null|本项为\s*null/;

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
    const fields = [...body.matchAll(FIELD)];
    interfaces.set(
      name,
      fields.map(([, comment = '', field = '', optional, element, scalar]) => ({
        name: field,
        required: optional === undefined,
        list: element !== undefined,
        type: element ?? scalar ?? '',
        nullable: NULLABLE.test(comment),
      })),
    );
  }
  for (const match of source.matchAll(/^export type (\w+) = null;/gm)) {
    interfaces.set(match[1] ?? '', []);
  }
  return interfaces;
}
