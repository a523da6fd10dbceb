import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';

/**
 * The manifest as VS Code shows it, with its texts in the place of their keys.
 *
 * @param language `de`; `undefined`: English
 */
export function manifestIn(language) {
  const texts = textsOf(language);
  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
  return JSON.parse(
    manifest.replace(/"%([\w.]+)%"/g, (key, name) =>
      texts[name] === undefined ? key : JSON.stringify(texts[name]),
    ),
  );
}

/** The texts of the manifest by their keys: `command.openPreview` is `Open Preview`. */
export function textsOf(language) {
  const name = language === undefined ? 'package.nls.json' : `package.nls.${language}.json`;
  return JSON.parse(readFileSync(path.join(root, name), 'utf8'));
}
