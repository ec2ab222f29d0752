import type { Page, PageCode, Pages } from '#wire/page.ts';

type Codes = Map<string, PageCode[]>;

/** A generated pages.json: what the documents say of a service and of each of its actions. */
export interface PagesWritten {
  readonly ratePerSecond?: number;
  /** Those of all actions: `CODE`, at Alibaba `404 CODE` or `404 CODE message`; + borrows one. */
  readonly codes: readonly string[];
  readonly pages: { readonly [action: string]: PageWritten };
}

interface PageWritten {
  readonly title?: string;
  readonly source?: string;
  readonly ratePerSecond?: number;
  readonly codes: readonly string[];
}

/** Of a vendor that answers every refusal alike. */
const STATUS = 400;
const CODE = /^(\+?)(?:(\d{3}) )?(\S+)(?: ([^]*))?$/;

/** The pages of a service, which are read when they are first asked. */
export function pagesOf(written: PagesWritten): Pages {
  let read: Pages | undefined;
  const pages = (): Pages => (read ??= readPages(written));
  return {
    page: (action) => pages().page(action),
    ratePerSecond: written.ratePerSecond,
    actions: Object.keys(written.pages),
    get common() {
      return pages().common;
    },
    get anywhere() {
      return pages().anywhere;
    },
  };
}

function readPages({ ratePerSecond, codes, pages }: PagesWritten): Pages {
  const common = readCodes(codes);
  const byAction = new Map(
    Object.entries(pages).map(([action, page]): [string, Page] => {
      const { title = '', source = '' } = page;
      return [
        action,
        { title, source, ratePerSecond: page.ratePerSecond, codes: readCodes(page.codes) },
      ];
    }),
  );
  const all = [...byAction.values()].toReversed().flatMap((page) => [...page.codes]);
  const anywhere = new Map([...all, ...common]);
  const actions = [...byAction.keys()];
  return { ratePerSecond, common, anywhere, actions, page: (action) => byAction.get(action) };
}

function readCodes(lines: readonly string[]): Codes {
  const codes: Codes = new Map();
  for (const line of lines) {
    const [, borrowed, status = STATUS, code = '', message] = CODE.exec(line) ?? [];
    const read = { code, status: Number(status), message, borrowed: borrowed === '+' };
    codes.set(code, [...(codes.get(code) ?? []), read]);
  }
  return codes;
}
