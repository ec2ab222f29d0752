import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What stands in fences, in order: what a reader copies. */
function commandsOf(page: string): readonly string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language, code = '']) => {
    assert.equal(language, 'sh', `${page}: ${code}`);
    return code;
  });
}

interface Started {
  /** Resolves to what was printed, when it matches. */
  until(pattern: RegExp): Promise<string>;
  /** Resolves to the exit code and all that was printed. */
  ended: Promise<{
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
  }>;
  terminate(): void;
}

/** Runs a script of the README as it stands; the environment alone says which cloud is meant. */
function shell(script: string, env: Readonly<Record<string, string>>): Started {
  const child = spawn('bash', ['-e', '-c', script], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([code]) => {
    return { code: code as number | null, stdout, stderr };
  });
  return {
    ended,
    async until(pattern) {
      while (!pattern.test(stdout)) {
        const next = await Promise.race([once(child.stdout, 'data'), ended]);
        assert.ok(Array.isArray(next), `it ended: ${stdout}${stderr}`);
      }
      return stdout;
    },
    terminate: () => child.kill('SIGTERM'),
  };
}

test('both READMEs have the same commands, and fit a screen or two', () => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'] as const;
  assert.deepEqual(commandsOf(chinese), commandsOf(english));
  for (const page of [english, chinese]) {
    assert.ok(readFileSync(join(ROOT, page), 'utf8').split('\n').length <= 80, page);
  }
});

test('the README’s commands start a cloud and launch through each vendor', async () => {
  const data = mkdtempSync(join(tmpdir(), 'yuntai-readme-'));
  const env = { YUNTAI_DATA: data, YUNTAI_PORT: '0', YUNTAI_ACCESS_KEY_ID: '' };
  const [start = '', point = '', tencent = '', aliyun = '', curl = ''] = commandsOf('README.md');
  assert.match(start, /^npm start$/m);
  const server = shell(`exec ${start}`, env);
  try {
    await server.until(/^yuntai ready http:\S+$/m);
    const { code, stdout, stderr } = await shell([point, tencent, aliyun, curl].join('\n'), env)
      .ended;
    assert.equal(code, 0, stderr);
    const [launched, created, ...described] = stdout.trim().split('\n');
    const [tencentId] = /ins-[a-z0-9]{8}/.exec(launched ?? '') ?? [];
    const [aliyunId] = /^i-[a-z0-9]{20}$/.exec(created ?? '') ?? [];
    assert.ok(tencentId !== undefined && aliyunId !== undefined, stdout);
    const [seenByTencent = '', seenByAliyun = ''] = described.join('').split(/(?<=\})(?=\{)/);
    assert.match(seenByTencent, /"TotalCount":2/);
    assert.ok(seenByTencent.includes(tencentId));
    assert.match(seenByAliyun, /"TotalCount":2/);
    assert.ok(seenByAliyun.includes(aliyunId));
  } finally {
    server.terminate();
    assert.equal((await server.ended).code, 0);
    rmSync(data, { recursive: true });
  }
});
