// The licences of the packages that a bundle contains, which must travel with it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';

/**
 * One text with every bundled package's name, version and licence, in the order of their names.
 *
 * @param metafiles esbuild's descriptions of the bundles
 */
export function licensesOf(metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const folders = inputs.flatMap((input) => {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    return match === null ? [] : [match[1]];
  });
  return [...new Set(folders)]
    .sort()
    .map(licenseOf)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function licenseOf(folder) {
  const at = path.join(root, folder);
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(at, 'package.json'), 'utf8'),
  );
  const texts = readdirSync(at)
    .filter((file) => /^licen[cs]e/i.test(file))
    .map((file) => readFileSync(path.join(at, file), 'utf8').trim());
  return [`${name} ${version} (${license})`, ...texts].join('\n\n') + '\n';
}
