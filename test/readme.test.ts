import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Those of the start and of a first instance. */
const FIRST_COMMANDS = 5;

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

const CLIENTS = join(ROOT, 'node_modules/.cache/yuntai-clients');

/** Lines for clients that npm does not bring: which of them can be run here, and on what PATH. */
function otherClients(): ReadonlyArray<{ readonly line: string; readonly says: RegExp }> {
  const isThere = (program: string) => spawnSync(program, ['--version']).error === undefined;
  const hasPython = existsSync(join(CLIENTS, 'python/bin/tccli'));
  const kinds = [
    { begins: /^tccli /, runs: hasPython, says: /"TotalCount": 0/ },
    { begins: /^aliyun /, runs: isThere('aliyun'), says: /"TotalCount": 0/ },
    { begins: /python3 -$/, runs: hasPython, says: /^0\n0\n$/ },
    { begins: / go run /, runs: existsSync(join(CLIENTS, 'go-walk')), says: /TotalCount": 0/ },
    // Its providers come from a registry of their own, which is no part of this project's tests.
    { begins: /terraform/, runs: false, says: /^/ },
  ];
  const lines = commandsOf('README.md')
    .slice(FIRST_COMMANDS)
    .flatMap((code) => code.trim().split('\n'));
  return lines.flatMap((line) => {
    const kind = kinds.find(({ begins }) => begins.test(line));
    assert.ok(kind !== undefined, `no kind of client: ${line}`);
    return kind.runs ? [{ line, says: kind.says }] : [];
  });
}

const others = otherClients();
const nothing = others.length === 0 ? 'none is installed: conformance/clients/install.sh' : false;
test('the README’s lines for other clients work', { skip: nothing }, async () => {
  const data = mkdtempSync(join(tmpdir(), 'yuntai-readme-'));
  const HOME = process.env['HOME'] ?? data;
  const env = { YUNTAI_DATA: data, YUNTAI_PORT: '0', YUNTAI_ACCESS_KEY_ID: '', HOME };
  const [start = '', point = ''] = commandsOf('README.md');
  const server = shell(`exec ${start}`, env);
  try {
    await server.until(/^yuntai ready http:\S+$/m);
    const path = `export PATH="${join(CLIENTS, 'python/bin')}:$PATH"`;
    for (const { line, says } of others) {
      const { code, stdout, stderr } = await shell([path, point, line].join('\n'), env).ended;
      assert.equal(code, 0, `${line}: ${stderr}`);
      assert.match(stdout, says, line);
    }
  } finally {
    server.terminate();
    assert.equal((await server.ended).code, 0);
    rmSync(data, { recursive: true });
    rmSync(join(ROOT, 'conformance/clients/go/main.go'), { force: true });
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
