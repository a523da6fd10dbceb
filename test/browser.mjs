// A real browser for the tests: one of the machine, or the one from an npm package.
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { cache, root, say } from '../scripts/project.mjs';

/** Thrown where no browser can be had; a driver reports its part as skipped then. */
export class NoBrowser extends Error {}

/**
 * Which browser to start, in this order: `$CHROMIUM`, a Chromium, Chrome or Edge of the machine, the
 * Chromium of the package @sparticuz/chromium (Linux on x64 only). Gives Playwright's launch
 * options, or throws `NoBrowser`.
 */
export function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new NoBrowser(`$CHROMIUM names ${named}, which does not exist.`);
    return { executablePath: named };
  }
  if (process.platform === 'linux') {
    const installed = installedOnLinux();
    if (installed !== undefined) return { executablePath: installed };
    if (process.arch === 'x64') return unpackedChromium();
  } else {
    const channel = ['chrome', 'msedge', 'chromium'].find(isChannelInstalled);
    if (channel !== undefined) return { channel };
  }
  throw new NoBrowser('no Chrome, Edge or Chromium found; install one or set $CHROMIUM');
}

/**
 * Starts the browser with a profile of its own and gives one page of it. `close()` ends the browser
 * and removes the profile. Options are those of Playwright's `launchPersistentContext`.
 */
export async function launch({ args = [], ...options } = {}) {
  const browser = findBrowser();
  const profile = mkdtempSync(path.join(os.tmpdir(), 'kirby-author-browser-'));
  mkdirSync(path.join(profile, 'Default'));
  // Webviews of VS Code may be served from an origin of their own, and their service worker needs
  // storage there; full Chromium blocks storage of third parties by default.
  writeFileSync(
    path.join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: { cookie_controls_mode: 0, block_third_party_cookies: false } }),
  );
  const remove = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  try {
    const context = await chromium.launchPersistentContext(profile, {
      ...browser,
      headless: true,
      args: [
        '--disable-dev-shm-usage',
        // Chromium's sandbox cannot be set up by root, nor in most containers.
        ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
        ...args,
      ],
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    const version = context.browser()?.version() ?? 'of an unknown version';
    const close = async () => {
      await context.close();
      remove();
    };
    return { context, page, version, close };
  } catch (error) {
    remove();
    throw error;
  }
}

function installedOnLinux() {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  return undefined;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether Playwright finds that brand where it installs itself on macOS and Windows. */
function isChannelInstalled(channel) {
  const home = os.homedir();
  const windows = [
    process.env.LOCALAPPDATA,
    process.env.PROGRAMFILES,
    process.env['PROGRAMFILES(X86)'],
  ];
  const places = {
    chrome: {
      darwin: [
        '/Applications/Google Chrome.app',
        path.join(home, 'Applications/Google Chrome.app'),
      ],
      win32: windows.map(
        (folder) => folder && path.join(folder, 'Google/Chrome/Application/chrome.exe'),
      ),
    },
    msedge: {
      darwin: ['/Applications/Microsoft Edge.app'],
      win32: windows.map(
        (folder) => folder && path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ),
    },
    chromium: { darwin: [], win32: [] },
  }[channel];
  return (places[process.platform] ?? []).some((place) => place && existsSync(place));
}

/**
 * The Chromium of the npm package, unpacked once. The package brings its libraries and a font along,
 * but only for the machines it was made for: told that it runs on such a one, it unpacks them too.
 */
function unpackedChromium() {
  const folder = path.join(cache, 'chromium');
  if (!existsSync(path.join(folder, 'chromium'))) {
    say('Unpacking Chromium …');
    const part = path.join(cache, `chromium-${process.pid}`);
    mkdirSync(part, { recursive: true });
    const unpack = `import('@sparticuz/chromium').then(({ default: it }) => it.executablePath())`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', unpack], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: part, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    });
    if (status !== 0) throw new NoBrowser(`@sparticuz/chromium could not be unpacked: ${stderr}`);
    writeFileSync(path.join(part, 'fonts', 'fonts.conf'), fontConfiguration(folder));
    moveOnce(part, folder);
  }
  const libraries = path.join(folder, 'al2023', 'lib');
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      ...process.env,
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
      LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    },
  };
}

/** The fonts of the machine first, if it has any: the package has one, and that is not monospaced. */
function fontConfiguration(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/** Two test runs may unpack at once: the first one to finish wins. */
function moveOnce(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    rmSync(from, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
