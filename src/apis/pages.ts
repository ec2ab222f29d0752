import type { Page, PageCode, Pages } from '#wire/page.ts';

type Codes = Map<string, PageCode[]>;

const STATUS = 400;

/** The pages of a service out of their generated text, which is read when it is first asked. */
export function pagesOf(text: string): Pages {
  let read: Pages | undefined;
  const pages = (): Pages => (read ??= readPages(text));
  return {
    page: (action) => pages().page(action),
    get ratePerSecond() {
      return pages().ratePerSecond;
    },
    get common() {
      return pages().common;
    },
    get anywhere() {
      return pages().anywhere;
    },
    get actions() {
      return pages().actions;
    },
  };
}

/**
 * `#||rate` for all pages and lines of their codes, then each page's under
 * `#|action|rate|source|title`. A rate is by the second, or `100/60` by sixty. A code has its
 * status in front and its message behind, or lines are words; + is for a borrowed one.
 */
function readPages(text: string): Pages {
  const common: Codes = new Map();
  const byAction = new Map<string, Page>();
  let codes = common;
  let ratePerSecond: number | undefined;
  for (const line of text.trim().split('\n')) {
    if (line.startsWith('#|')) {
      const [, action = '', rate = '', source = '', title = ''] = line.split('|');
      if (action === '') ratePerSecond = readRate(rate);
      else {
        codes = new Map();
        byAction.set(action, { title, source, ratePerSecond: readRate(rate), codes });
      }
    } else if (/^\+?\d{3} /.test(line)) addLine(codes, line);
    else for (const word of line.split(' ')) addWord(codes, word);
  }
  const all = [...byAction.values()].toReversed().flatMap((page) => [...page.codes]);
  const anywhere = new Map([...all, ...common]);
  const actions = [...byAction.keys()];
  return { ratePerSecond, common, anywhere, actions, page: (action) => byAction.get(action) };
}

function readRate(text: string): number | undefined {
  const [requests, seconds = 1] = text.split('/').map(Number);
  return requests ? requests / seconds : undefined;
}

function addLine(codes: Codes, line: string): void {
  const borrowed = line.startsWith('+');
  const [status = '', code = '', ...words] = line.slice(borrowed ? 1 : 0).split(' ');
  const message = words.length === 0 ? undefined : words.join(' ');
  add(codes, { code, status: Number(status), message, borrowed });
}

function addWord(codes: Codes, word: string): void {
  const borrowed = word.startsWith('+');
  const code = borrowed ? word.slice(1) : word;
  add(codes, { code, status: STATUS, message: undefined, borrowed });
}

function add(codes: Codes, code: PageCode): void {
  codes.set(code.code, [...(codes.get(code.code) ?? []), code]);
}
