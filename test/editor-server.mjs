// VS Code's own server with its browser workbench, on a free port of this machine only.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { browserCode, linkFolder } from '../scripts/editor.mjs';

/** Nothing that asks, greets, updates or reports; the tests and the tour see the author's file only. */
const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  // VS Code's server looks through all processes of the machine every two seconds, in the extension host.
  'remote.autoForwardPortsSource': 'output',
  'chat.disableAIFeatures': true,
};

/**
 * Starts the server in a throw-away folder.
 *
 * @param options
 *   `extensions`: folders to install as they are, by identifier and version (`a.b-1.0.0`);
 *   `vsix`: a packed extension to install as an author would;
 *   `settings`: the user's settings, on top of the quiet ones; `env`: for the extension host;
 *   `driver`: whether tests run in the extension host; then the window asks nothing in dialogues;
 *   `token`: what the address must bring along, nothing by default; `port`: any free one by default.
 * @returns `origin` (`http://127.0.0.1:PORT`), `address(parameters)`, `remote(path)`, `output()` and
 *   `stop()`, which ends every process it started and removes the folder.
 */
export async function startEditorServer({
  extensions = {},
  vsix,
  settings = {},
  env = {},
  token,
  port = 0,
  driver = false,
} = {}) {
  const main = path.join(browserCode(), 'out', 'server-main.js');
  const data = mkdtempSync(path.join(os.tmpdir(), 'kirby-author-editor-'));
  const extensionsFolder = path.join(data, 'extensions');
  const userFolder = path.join(data, 'data', 'User');
  mkdirSync(extensionsFolder);
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(
    path.join(userFolder, 'settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, undefined, 2),
  );
  for (const [name, folder] of Object.entries(extensions)) {
    linkFolder(folder, path.join(extensionsFolder, name));
  }
  // Without a gallery no marketplace is asked.
  const environment = { ...process.env, EXTENSIONS_GALLERY: '{}', ...env };
  const folders = ['--server-data-dir', data, '--extensions-dir', extensionsFolder];
  if (vsix !== undefined) {
    execFileSync(
      process.execPath,
      [
        main,
        '--install-extension',
        path.resolve(vsix),
        '--force',
        '--accept-server-license-terms',
        ...folders,
      ],
      { env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
    );
  }
  const child = spawn(
    process.execPath,
    [
      main,
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-telemetry'],
      ...['--disable-update-check', '--disable-workspace-trust'],
      ...(driver ? ['--enable-smoke-test-driver'] : []),
      ...folders,
    ],
    // A group of its own: the extension host and the language server end with it.
    { env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await gone;
      clearTimeout(timer);
    }
    endGroup(child.pid);
    rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };

  let output = '';
  try {
    const listening = await new Promise((resolve, reject) => {
      const read = (text) => {
        output += text;
        const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
        if (port !== undefined) resolve(Number(port));
      };
      child.stdout.setEncoding('utf8').on('data', read);
      child.stderr.setEncoding('utf8').on('data', read);
      child.once('error', reject);
      child.once('exit', (code) =>
        reject(new Error(`VS Code's server ended with ${code}.\n${output}`)),
      );
    });
    return handle(listening, data, token, () => output, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

function handle(port, data, token, output, stop) {
  const host = `127.0.0.1:${port}`;
  const remote = (file) => `vscode-remote://${host}${slashes(file)}`;
  const address = ({ folder, workspace, payload = [] }) => {
    const url = new URL(`http://${host}/`);
    if (token !== undefined) url.searchParams.set('tkn', token);
    if (folder !== undefined) url.searchParams.set('folder', slashes(folder));
    if (workspace !== undefined) url.searchParams.set('workspace', slashes(workspace));
    if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
    return url.href;
  };
  return { origin: `http://${host}`, data, address, remote, output, stop };
}

/** A path as it stands in an address: forward slashes, a slash before a drive letter. */
function slashes(file) {
  const forward = file.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}

/** The extension host outlives a server that was killed; it is in the server's process group. */
function endGroup(pid) {
  if (pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
}
