import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('what runs in a browser', () => {
  test.each(['client/src/browser.ts', 'server/src/browser/main.ts'])(
    '%s and all it imports does without Node',
    async (entry) => {
      const { metafile } = await build({
        absWorkingDir: root,
        entryPoints: [entry],
        bundle: true,
        write: false,
        metafile: true,
        platform: 'browser',
        format: 'cjs',
        mainFields: ['module', 'main'],
        // As in the real build, whose aliases these are.
        alias: { yaml: path.join(root, 'node_modules/yaml/browser/index.js') },
        external: ['vscode', 'node:*', ...builtinModules],
        logLevel: 'silent',
      });
      const imported = Object.values(metafile.outputs).flatMap(({ imports }) =>
        imports.map((one) => one.path),
      );
      expect([...new Set(imported)]).toEqual(entry.startsWith('client') ? ['vscode'] : []);
      const ours = Object.keys(metafile.inputs);
      expect(ours.filter((file) => /(?:^|\/)src\/(?:node|cli)(?:\/|\.ts$)/u.test(file))).toEqual(
        [],
      );
    },
  );
});
