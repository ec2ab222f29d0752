import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { services } from '#apis/manifest.ts';
import { pagesOf, type PagesWritten } from '#apis/pages.ts';
import { cvmCodes, gatewayCodes, renderPages, seedCodes } from './pages.ts';

describe('error codes of the pages', () => {
  test('a common code ends by its line in the appendix, and may stand on pages as well', () => {
    const pages = cvmCodes([
      row('InternalError', '39564', 'DescribeTaskInfo'),
      row('InvalidAction', '39566', ''),
      row('InvalidHost.NotSupported', '39800', 'StartInstances StopInstances'),
    ]);
    const names = (action: string) => pages.get(action)?.map(({ code }) => code);
    assert.deepEqual(names('common'), ['InternalError', 'InvalidAction']);
    assert.deepEqual(names('DescribeTaskInfo'), ['InternalError']);
    assert.deepEqual(names('StopInstances'), ['InvalidHost.NotSupported']);
  });

  test('RunInstances has the 161 codes of seed 004 and the 5 of seed 000', () => {
    const [cvm] = services;
    assert.equal(cvm?.pages?.page('RunInstances')?.codes.size, 166);
  });

  test('a code has the HTTP status that the document in question gives it', () => {
    const rows = [
      {
        code: 'InvalidDescription.Malformed',
        'messages (http seeds: template)': '400 001: One. || 400 002/003: Two. || 403 003: Three.',
      },
      {
        code: 'DryRunOperation',
        'messages (http seeds: template)': '400 prose 002,003: (no message) text',
      },
    ];
    const statuses = (seeds: string[]) => seedCodes(rows, seeds).map(({ status }) => status);
    assert.deepEqual(statuses(['001']), [400]);
    assert.deepEqual(statuses(['002', '003']), [400, 403, 400]);
  });

  test('a cell of the gateway table may hold several codes and several statuses', () => {
    const codes = gatewayCodes(
      [
        '# x',
        '',
        '## 7. Gateway errors',
        '| code | HTTP | message |',
        '|---|---|---|',
        '| InvalidSecurityToken.Expired / .Malformed | 400 (assumed) | text |',
        '| UnsupportedHTTPMethod | 403/405 | text |',
        '',
        '## 8. More',
        '| Other | 400 | text |',
      ].join('\n'),
    );
    assert.deepEqual(codes, [
      { code: 'InvalidSecurityToken.Expired', status: 400 },
      { code: 'InvalidSecurityToken.Malformed', status: 400 },
      { code: 'UnsupportedHTTPMethod', status: 403 },
      { code: 'UnsupportedHTTPMethod', status: 405 },
    ]);
  });

  test('what is written is read back', () => {
    const text = renderPages(
      new Map([
        ['common', { codes: [{ code: 'Common' }], rate: '30/60' }],
        [
          'RunThings',
          {
            rate: '10',
            source: 'seed 004 L1',
            title: '创建',
            codes: [
              { code: 'Same', status: 404, message: 'It is `gone`.' },
              { code: 'Same', status: 400, message: 'At %s.' },
              { code: 'Other', status: 403, borrowed: true },
            ],
          },
        ],
      ]),
    );
    const pages = pagesOf(JSON.parse(text) as PagesWritten);
    const plain = { borrowed: false, message: undefined };
    assert.equal(pages.ratePerSecond, 0.5);
    assert.deepEqual(pages.common.get('Common'), [{ code: 'Common', status: 400, ...plain }]);
    const page = pages.page('RunThings');
    assert.deepEqual([page?.ratePerSecond, page?.source, page?.title], [10, 'seed 004 L1', '创建']);
    assert.deepEqual(page?.codes.get('Same'), [
      { ...plain, code: 'Same', status: 400 },
      { ...plain, code: 'Same', status: 404, message: 'It is `gone`.' },
    ]);
    assert.equal(page?.codes.get('Other')?.[0]?.borrowed, true);
    assert.equal(pages.page('StopThings'), undefined);
  });
});

function row(code: string, line: string, actions: string): Record<string, string> {
  return { code, 'line in seed 004': line, 'actions whose page lists it': actions };
}
