// What the server sends for content, made by the server's own code.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/project.mjs';

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['test/webview/render-site.ts'],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: {
    js: "import{createRequire}from'node:module';const require=createRequire('file:///');",
  },
  logLevel: 'error',
});

export const { renderedPage, renderedSite } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

/** A site of the fixtures as a record of its files. */
export function fixture(name) {
  const folder = path.join(root, 'test', 'fixtures', name);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const text = /\.(?:txt|yml|php)$/.test(file) ? readFileSync(file, 'utf8') : '';
      return [path.relative(folder, file).split(path.sep).join('/'), text];
    }),
  );
}
