import { createHash } from 'node:crypto';
import type { Answer } from '#wire/dialect.ts';

/**
 * A terminal of plain lines: it shows what comes and sends what is typed. It knows no positions on
 * a screen. The address of the console is its own, or stands behind a parameter that the vendors'
 * pages have for it; the page opens no other server's.
 */
const SCRIPT = `
'use strict';
const query = new URLSearchParams(location.search);
const named = query.get('InstanceVncUrl') ?? query.get('vncUrl');
const screen = document.getElementById('screen');
const state = document.getElementById('state');
const CHARACTERS_MAX = 200000;
let pending = '';
function show(text) {
  pending += text;
  const cut = pending.search(/\\u001b(?:\\[[0-?]*[ -/]*)?$/);
  let ready = cut === -1 ? pending : pending.slice(0, cut);
  pending = cut === -1 ? '' : pending.slice(cut);
  ready = ready.replace(/\\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\u0007]*\\u0007|[^[\\]])/g, '');
  let shown = screen.textContent;
  for (const one of ready) {
    if (one === '\\b') shown = shown.slice(0, -1);
    else if (one === '\\n' || one === '\\t' || one >= ' ') shown += one;
  }
  screen.textContent = shown.slice(-CHARACTERS_MAX);
  window.scrollTo(0, document.body.scrollHeight);
}
function addressOf() {
  const own = (location.protocol === 'https:' ? 'wss:' : 'ws:') + '//' + location.host;
  if (named === null) return own + location.pathname;
  return own + new URL(named).pathname;
}
const KEYS = {
  Enter: '\\r', Backspace: '\\u007f', Tab: '\\t', Escape: '\\u001b', Delete: '\\u001b[3~',
  ArrowUp: '\\u001b[A', ArrowDown: '\\u001b[B', ArrowRight: '\\u001b[C', ArrowLeft: '\\u001b[D',
};
let socket;
try {
  socket = new WebSocket(addressOf());
} catch {
  state.textContent = 'That is no address of a console.';
}
if (socket !== undefined) {
  socket.binaryType = 'arraybuffer';
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const send = (text) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(encoder.encode(text.slice(0, 1000)));
  };
  socket.onopen = () => {
    state.textContent = 'Connected.';
    const password = query.get('password');
    if (password !== null) send(password + '\\r');
    history.replaceState(null, '', '/console/');
  };
  socket.onmessage = ({ data }) => show(decoder.decode(data, { stream: true }));
  socket.onclose = ({ reason }) => {
    state.textContent = 'Disconnected. ' + (reason || 'The address is used or has expired.');
  };
  document.addEventListener('keydown', (event) => {
    if (event.metaKey || event.altKey) return;
    let text = KEYS[event.key] ?? (event.key.length === 1 ? event.key : undefined);
    if (event.ctrlKey && /^[a-z]$/.test(event.key)) {
      if (event.key === 'v') return;
      text = String.fromCharCode(event.key.charCodeAt(0) - 96);
    }
    if (text === undefined) return;
    event.preventDefault();
    send(text);
  });
  document.addEventListener('paste', (event) => {
    event.preventDefault();
    send(event.clipboardData.getData('text'));
  });
}
`;

const STYLE = `
html { background: #111; color: #ddd; }
body { margin: 0; padding: 8px; font: 14px/1.3 monospace; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
#state { position: fixed; top: 0; right: 0; padding: 4px 8px; background: #333; }
`;

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Console</title><style>${STYLE}</style></head>
<body><div id="state">Connecting.</div><pre id="screen"></pre>
<noscript>The console needs JavaScript.</noscript>
<script>${SCRIPT}</script></body>
</html>
`;

const POLICY = [
  "default-src 'none'",
  `script-src '${digestOf(SCRIPT)}'`,
  `style-src '${digestOf(STYLE)}'`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function digestOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The page of every console. It holds nothing of any instance. */
export const consolePage: Answer = {
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  },
  body: PAGE,
};
