// Runs the suite of `test/suite` in the desktop VS Code, which is downloaded once:
// `npm run test:electron`. `VSCODE_EXECUTABLE` names one that is already there, `VSCODE_VERSION`
// another version than the newest. On Linux without a display run it under `xvfb-run -a`.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { downloadedCode } from '../scripts/editor.mjs';
import { build, root, say } from '../scripts/project.mjs';
import { copyWorkspace, report } from './workspace.mjs';

const temporary = mkdtempSync(path.join(os.tmpdir(), 'kirby-author-electron-'));
const results = path.join(temporary, 'results.json');
const workspace = copyWorkspace();
let failed = 1;
try {
  await build();
  const executable = process.env.VSCODE_EXECUTABLE ?? (await downloadedCode());
  say(`Running the suite in ${executable}.`);
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'dist', 'test', 'suite', 'index.js'),
    extensionTestsEnv: {
      KIRBY_AUTHOR_RESULTS: results,
      KIRBY_AUTHOR_WORKSPACE: workspace.folder,
    },
    launchArgs: [
      workspace.file,
      ...['--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
      ...['--skip-release-notes', '--user-data-dir', path.join(temporary, 'user')],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  ({ failed } = report(results));
  workspace.remove();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(failed === 0 ? 0 : 1);
