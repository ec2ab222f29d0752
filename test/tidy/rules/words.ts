import { posix } from 'node:path';
import type { Problem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import type { Source } from '../source.ts';

const ROOMS_OF_VENDORS = new Set(['wire', 'catalogue', 'apis', 'server', 'cli']);
const VENDOR = /tencent|aliyun|alibaba/i;
/** Ids, actions and states that only one vendor writes so. */
const DIALECT =
  /^(ins|disk|subnet|sg|vsw|vpc|img|lt|eni|eip)-$|^(Run|Describe|Terminate)Instances$/;

/** The domain has words of its own; each vendor's side has that vendor's (D12). */
export const vendorWords: Rule = {
  name: 'vendor-words',
  says: `a vendor's words stand under ${[...ROOMS_OF_VENDORS].join('/, ')}/ alone`,
  find: ({ sources }) =>
    sources
      .filter(({ isProduct, room }) => isProduct && !ROOMS_OF_VENDORS.has(room ?? ''))
      .flatMap((source) => vendorWordsOf(source)),
};

function vendorWordsOf(source: Source): Problem[] {
  const found: Problem[] = [];
  const look = (text: string, start: number) => {
    const [word] = VENDOR.exec(text) ?? DIALECT.exec(text) ?? [];
    if (word === undefined) return;
    const line = source.lineAt(start);
    const message = `'${word}' is a vendor's word: the domain needs one that fits them all`;
    found.push({ path: source.path, line, subject: word, message });
  };
  source.visit({
    Identifier: ({ name, start }) => look(name, start),
    PrivateIdentifier: ({ name, start }) => look(name, start),
    Literal({ value, start }) {
      if (typeof value === 'string') look(value, start);
    },
    TemplateElement: ({ value, start }) => look(value.raw, start),
  });
  return found;
}

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const NAMED_ROOMS = /^(src|test|scripts|bench|bin|conformance|console)\//;
/** Words that say nothing of what is inside; "common bandwidth package" is a vendor's product. */
const EMPTY_WORDS =
  /(^|[-./])(utils?|helpers?|managers?|misc|common(?!-bandwidth-package))([-./]|$)/;
const EMPTY_NAMES = /(Utils?|Helpers?|Manager)$/;

/** A name in one form can be guessed; a name that says nothing cannot be found. */
export const fileNames: Rule = {
  name: 'file-names',
  says: 'files and folders are kebab-case and say what is in them (no utils, helpers, manager)',
  find: ({ texts }) =>
    [...texts.keys()]
      .filter((path) => NAMED_ROOMS.test(path))
      .flatMap((path): Problem[] => {
        const parts = path.split('/');
        const at = { path, line: 0, subject: posix.basename(path) };
        const wrong = parts.find((part) => !KEBAB.test(part) && !/^(README|\.\w)/.test(part));
        if (wrong !== undefined) return [{ ...at, message: `'${wrong}' is not kebab-case` }];
        const [, , word] = EMPTY_WORDS.exec(path) ?? [];
        if (word === undefined) return [];
        return [{ ...at, message: `'${word}' says nothing: name it after what it does` }];
      }),
};

/** The same for what is exported. */
export const exportNames: Rule = {
  name: 'export-names',
  says: 'no export is called a manager, a helper or a util',
  find: ({ sources }) =>
    sources.flatMap((source) => {
      const found: Problem[] = [];
      const look = (node: { name: string; start: number } | null) => {
        if (node === null || !EMPTY_NAMES.test(node.name)) return;
        const message = `${node.name} says nothing: name it after what it does`;
        const line = source.lineAt(node.start);
        found.push({ path: source.path, line, subject: node.name, message });
      };
      source.visit({
        ClassDeclaration: ({ id }) => look(id),
        FunctionDeclaration: ({ id }) => look(id),
        TSInterfaceDeclaration: ({ id }) => look(id),
        TSTypeAliasDeclaration: ({ id }) => look(id),
      });
      return found;
    }),
};
