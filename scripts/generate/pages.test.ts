import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { repositoryPath } from './generated-file.ts';
import { cvmPages, gatewayCodes, seedCodes } from './pages.ts';

function page(file: string): Record<string, unknown[]> {
  const text = readFileSync(repositoryPath(`test/pages/${file}`), 'utf8');
  return JSON.parse(text) as Record<string, unknown[]>;
}

describe('error codes of the pages', () => {
  test('a common code ends by its line in the appendix, and may stand on pages as well', () => {
    const pages = cvmPages([
      row('InternalError', '39564', 'DescribeTaskInfo'),
      row('InvalidAction', '39566', ''),
      row('InvalidHost.NotSupported', '39800', 'StartInstances StopInstances'),
    ]);
    assert.deepEqual(pages['common'], ['InternalError', 'InvalidAction']);
    assert.deepEqual(pages['DescribeTaskInfo'], ['InternalError']);
    assert.deepEqual(pages['StopInstances'], ['InvalidHost.NotSupported']);
  });

  test('RunInstances has the 161 codes of seed 004 and the 5 of seed 000', () => {
    assert.equal(page('tencent-cvm.json')['RunInstances']?.length, 166);
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

  test('no page lists a code without a status', () => {
    for (const file of ['aliyun-ecs.json', 'aliyun-vpc.json']) {
      for (const codes of Object.values(page(file)).filter(Array.isArray)) {
        for (const each of codes as Array<{ code: string; status: number }>) {
          assert.match(each.code, /^[A-Z0-9][\w.]+$/i);
          assert.ok(each.status >= 400 && each.status < 600);
        }
      }
    }
  });
});

function row(code: string, line: string, actions: string): Record<string, string> {
  return { code, 'line in seed 004': line, 'actions whose page lists it': actions };
}
