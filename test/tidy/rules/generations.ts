import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { resolveImport } from './resolve.ts';

/** Folders of Tencent's API 3.0; those of its two older generations are called by their names. */
const TODAY = /^src\/apis\/tencent\/(?:cvm|vpc|cbs|tag|cam|sts)\//;
const OF_2017 = /^src\/apis\/tencent\/cvm-2017\//;
const LEGACY = /^src\/apis\/tencent\/legacy(?:-\w+)?\//;

/**
 * What generations share stands in structs/; a list of actions (service.ts) says where one is the
 * same as another's. So a generation may change, or go, without a look at the others.
 */
export const generations: Rule = {
  name: 'generations',
  says: 'no generation of an API imports from another one: what they share stands in structs/',
  find: ({ sources }) =>
    sources
      .filter(({ path, isProduct }) => isProduct && !path.endsWith('/service.ts'))
      .flatMap((source) => {
        const own = generationOf(source.path);
        if (own === undefined) return [];
        return source.imports.flatMap(({ specifier, line }): Problem[] => {
          const target = resolveImport(source.path, specifier) ?? '';
          const other = generationOf(target);
          if (other === undefined || other === own) return [];
          const message = `imports ${target}, which is of another generation: move it to structs/`;
          return [{ path: source.path, line, subject: target, message }];
        });
      }),
};

function generationOf(path: string): 'today' | '2017' | 'legacy' | undefined {
  if (TODAY.test(path)) return 'today';
  if (OF_2017.test(path)) return '2017';
  return LEGACY.test(path) ? 'legacy' : undefined;
}
