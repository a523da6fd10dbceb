// `npm start [-- [--web] [--port N] [SITE]]`: opens VS Code with the extension and a site in it.
//
// SITE is the folder of a Kirby site or one of its content files; without it a fresh copy of the
// example site is opened, free to be broken. The VS Code is the one of this machine, else a
// downloaded one; offline, without a display, or with `--web` it is the real VS Code in a browser.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, cache, install, root, say } from './project.mjs';

const usage = `npm start [-- [--web] [--port N] [SITE]]

  SITE      folder of a Kirby site, or a content file in it; the example site by default
  --web     VS Code in the browser, on 127.0.0.1 only, even where a desktop VS Code is
  --port N  its port; any free one by default`;

const { options, site: given } = readArguments();
const tour = path.join(root, 'scripts', 'tour');
const { folder, file } = given === undefined ? exampleSite() : ownSite(given);

try {
  install();
  await build();
  const opened = !options.web && (await openDesktop());
  if (!opened) await openInBrowser();
} catch (error) {
  console.error(firstLine(error));
  process.exit(1);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        web: { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    if (positionals.length > 1) throw new Error('One site at a time.');
    const port = values.port === undefined ? 0 : Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new Error(`${values.port} is no port.`);
    }
    // npm runs scripts in the project's folder and tells where the author was.
    const from = process.env.INIT_CWD ?? process.cwd();
    const site = positionals[0] === undefined ? undefined : path.resolve(from, positionals[0]);
    if (site !== undefined && !existsSync(site)) throw new Error(`${site} does not exist.`);
    return { options: { web: values.web === true, port }, site };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}

/** A copy that starts afresh each time: the tests read the original. */
function exampleSite() {
  const copy = path.join(cache, 'example');
  rmSync(copy, { recursive: true, force: true });
  cpSync(path.join(root, 'test', 'fixtures', 'magazine'), copy, { recursive: true });
  const article = 'content/magazines/1_reparer-ensemble/1_avant-propos/article.txt';
  return { folder: copy, file: path.join(copy, ...article.split('/')) };
}

function ownSite(place) {
  if (statSync(place).isDirectory()) return { folder: place, file: longestPage(place) };
  const parts = path.dirname(place).split(path.sep);
  const content = parts.lastIndexOf('content');
  const folder = content > 0 ? parts.slice(0, content).join(path.sep) : path.dirname(place);
  return { folder, file: place };
}

/** The page with most text shows most: the largest text file that does not describe another file. */
function longestPage(folder) {
  const content = path.join(folder, 'content');
  const start = existsSync(content) ? content : folder;
  let best;
  for (const entry of readdirSync(start, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/^[^.]+(\.[a-z]{2})?\.txt$/i.test(entry.name)) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (/[\\/](node_modules|vendor|kirby|\.git)[\\/]/.test(file)) continue;
    const { size } = statSync(file);
    if (size < 1_000_000 && size > (best?.size ?? -1)) best = { file, size };
  }
  return best?.file;
}

/** Whether a desktop VS Code could be opened; when it is closed the script ends. */
async function openDesktop() {
  const hasDisplay =
    process.platform !== 'linux' ||
    process.env.DISPLAY !== undefined ||
    process.env.WAYLAND_DISPLAY !== undefined;
  if (!hasDisplay) {
    say('There is no display for a desktop VS Code.');
    return false;
  }
  const { downloadedCode, installedCode } = await import('./editor.mjs');
  let code = installedCode();
  if (code === undefined) {
    say('No `code` on the PATH. Downloading VS Code (a few minutes, once) …');
    code = await downloadedCode().catch((error) => {
      say(`VS Code could not be downloaded (${firstLine(error)}).`);
      return undefined;
    });
    if (code === undefined) return false;
  }
  say(`Opening ${folder} in ${code} …`);
  const args = [
    '--new-window',
    `--extensionDevelopmentPath=${root}`,
    `--extensionDevelopmentPath=${tour}`,
    // Root may open it only with a profile of its own.
    ...(process.getuid?.() === 0
      ? ['--no-sandbox', `--user-data-dir=${path.join(cache, 'desktop-profile')}`]
      : []),
    folder,
    ...(file === undefined ? [] : [file]),
  ];
  const isBatch = code.endsWith('.cmd');
  const child = isBatch
    ? spawn(
        `"${code}"`,
        args.map((argument) => `"${argument}"`),
        { shell: true, stdio: 'inherit' },
      )
    : spawn(code, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill());
  const status = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (status) => resolve(status ?? 0));
  });
  if (status !== 0) {
    say(`${code} ended with ${status}.`);
    return false;
  }
  say('Ctrl+K V (Cmd+K V on a Mac) opens the preview of a content file.');
  return true;
}

/** Serves the real VS Code on this machine until Ctrl+C. */
async function openInBrowser() {
  const { startEditorServer } = await import('../test/editor-server.mjs');
  say('Starting VS Code in the browser …');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const server = await startEditorServer({
    extensions: {
      [`kirby-author.kirby-author-${version}`]: root,
      'kirby-author.kirby-author-tour-0.0.0': tour,
    },
    port: options.port,
    // Other programs of this machine do not get in without it.
    token: randomBytes(16).toString('hex'),
  });
  const payload = file === undefined ? [] : [['openFile', server.remote(file)]];
  say(`Site: ${folder}`);
  say('Open this address in a browser; Ctrl+C ends.');
  console.log(`\n${server.address({ folder, payload })}\n`);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  say('Ending VS Code …');
  await server.stop();
  process.exit(0);
}

function firstLine(error) {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0];
}
