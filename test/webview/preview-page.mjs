// The webview's page in a real browser, without VS Code around it: served from this machine with the
// policy it has in the editor, and with a second server that stands for the rest of the world, and a third
// one for hosts that an author may allow.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { build } from 'esbuild';
import { launch } from '../browser.mjs';
import { selfSigned } from './certificate.mjs';
import { root } from '../../scripts/project.mjs';

/** Starts the browser and both servers. `open()` gives a fresh page; `close()` ends everything. */
export async function startPreviewPages() {
  const [script, pageModule] = await Promise.all([
    bundle('client/webview/main.ts', 'iife'),
    bundle('client/src/preview/page.ts', 'esm'),
  ]);
  const { pageHtml } = await import(`data:text/javascript,${encodeURIComponent(pageModule)}`);
  const media = (name) => readFileSync(path.join(root, 'media', name), 'utf8');
  const requests = [];
  const files = new Map([
    ['/preview.css', ['text/css', media('preview.css')]],
    ['/preview-text.css', ['text/css', media('preview-text.css')]],
    ['/webview.js', ['text/javascript', script]],
  ]);
  const site = await listen((request, response) => {
    requests.push(request.url);
    const [type, body] = answer(request.url, files, site.origin);
    response.writeHead(type === undefined ? 404 : 200, {
      'content-type': type ?? 'text/plain',
      'cache-control': 'no-store',
    });
    response.end(body);
  });
  const shell = (allowed) =>
    pageHtml({
      source: site.origin,
      style: '/preview.css',
      textStyle: '/preview-text.css',
      script: '/webview.js',
      words: {
        language: 'en',
        preview: 'Preview',
        fix: 'Fix',
        empty: 'There is nothing to show yet.',
        waiting: 'Rendering …',
        noImage: 'Image not shown',
        noEmbedded: 'Embedded {0} not shown',
        showPictures: 'Show pictures from {0}',
        showFrames: 'Show what {0} embeds',
        tools: {
          label: 'Actions',
          drag: 'Drag to another place',
          up: 'Move up',
          down: 'Move down',
          add: 'Add behind…',
          duplicate: 'Duplicate',
          hide: 'Hide',
          show: 'Show',
          delete: 'Delete',
          edit: 'Edit text',
        },
      },
      allowed,
      nonce: 'n0nce',
    });
  const intruders = [];
  const elsewhere = await listen((request, response) => {
    intruders.push(request.url);
    response.writeHead(200, { 'access-control-allow-origin': '*' });
    response.end('');
  });
  const asked = [];
  const web = await listen(
    ({ url, headers }, response) => {
      asked.push(`https://${headers.host}${url}`);
      const isPicture = url.includes('.png');
      response.writeHead(200, { 'content-type': isPicture ? 'image/png' : 'text/html' });
      response.end(isPicture ? picture : '<title>Elsewhere</title><p>Framed</p>');
    },
    (handler) => https.createServer(selfSigned(), handler),
  );
  const hosts = ['*.example', '*.youtube.com'];
  const { host: webHost } = new URL(web.origin);
  const browser = await launch({
    viewport: { width: 800, height: 600 },
    ignoreHTTPSErrors: true,
    args: [`--host-resolver-rules=${hosts.map((name) => `MAP ${name} ${webHost}`).join(',')}`],
  });
  return {
    open: (options) => {
      files.set('/', ['text/html', shell(options?.allowed ?? { picture: [], frame: [] })]);
      return open(browser, site, elsewhere, { requests, intruders, asked }, options);
    },
    close: async () => {
      await browser.close();
      site.server.close();
      elsewhere.server.close();
      web.server.close();
    },
  };
}

/**
 * A page that VS Code has just loaded.
 *
 * @param options `state`: what the webview kept; `theme`: the class VS Code gives to the body;
 *   `allowed`: the hosts that the author has allowed; `isBare`: without the page's script
 */
async function open(
  browser,
  site,
  elsewhere,
  { requests, intruders, asked },
  { state, theme = 'vscode-light', isBare = false } = {},
) {
  requests.length = 0;
  intruders.length = 0;
  asked.length = 0;
  const page = await browser.context.newPage();
  page.setDefaultTimeout(5000);
  await page.addInitScript(standIn, { state, theme });
  if (isBare) await page.route('**/webview.js', (route) => route.fulfill({ body: '' }));
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const base = `${site.origin}/site/`;
  await page.goto(site.origin);
  const preview = {
    page,
    base,
    errors,
    /** Paths that the page's own server was asked for. */
    requests,
    /** What went out to the rest of the world: must stay empty. */
    intruders,
    elsewhere: elsewhere.origin,
    /** What the web was asked for by `https`. */
    asked,
    /** Handles a message as if the extension had sent it, and comes back when the page shows it. */
    send: (message) =>
      page.evaluate((data) => {
        dispatchEvent(new MessageEvent('message', { data }));
      }, message),
    /** Shows fragments: `{ key: html }`; whatever is not given has its plainest value. */
    update: ({ fragments = {}, ...rest }) =>
      preview.send({
        kind: 'update',
        full: false,
        fragments: Object.entries(fragments).map(([key, html]) => ({ key, html })),
        removed: [],
        broken: [],
        base,
        language: '',
        direction: 'ltr',
        ...rest,
      }),
    /** A whole page. The top level is every key without a slash unless `roots` says so. */
    show: (fragments, rest = {}) =>
      preview.update({
        full: true,
        fragments,
        roots: Object.keys(fragments).filter((key) => !key.includes('/')),
        ...rest,
      }),
    /** What the page has told the extension so far, and forgets now. */
    messages: () => page.evaluate(() => globalThis.__messages.splice(0)),
    /** What the page has kept for a reload. */
    state: () => page.evaluate(() => globalThis.__state),
    close: () => page.close(),
  };
  return preview;
}

/** What VS Code puts into a webview. Runs in the page, before everything else. */
function standIn({ state, theme }) {
  globalThis.__messages = [];
  globalThis.__state = state;
  globalThis.acquireVsCodeApi = () => ({
    postMessage: (message) => globalThis.__messages.push(message),
    getState: () => globalThis.__state,
    setState: (kept) => {
      globalThis.__state = kept;
    },
  });
  document.addEventListener('DOMContentLoaded', () =>
    document.body.classList.add(...theme.split(' ')),
  );
}

async function bundle(entry, format) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format,
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

function listen(handler, create = http.createServer) {
  return new Promise((resolve) => {
    const server = create(handler);
    server.listen(0, '127.0.0.1', () => {
      resolve({ server, origin: `http://127.0.0.1:${server.address().port}` });
    });
  });
}

/** Everything below `/site/` is a picture. */
function answer(url, files) {
  if (files.has(url)) return files.get(url);
  return url.startsWith('/site/') && url.includes('.png') ? ['image/png', picture] : [];
}

const picture = png(60, 40);

/** A picture of one colour. */
function png(width, height) {
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, 0x80)]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    framed.set(body, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
