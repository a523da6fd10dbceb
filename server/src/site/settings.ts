import { asciiLower } from '../kirby/text/php.ts';
import { blueprintSet } from './blueprint-loader.ts';
import { isBlueprintFile } from './blueprint-names.ts';
import { readConfig } from './config.ts';
import { readLanguages } from './languages.ts';
import { readPageModels } from './page-models.ts';
import type { SiteSettings } from './index-batch.ts';
import { readPlugins } from './plugins.ts';
import {
  blockSnippetPart,
  blockTemplatePart,
  blockTypePart,
  partPath,
  templatePart,
} from './site-parts.ts';
import type { SitePath } from './site-path.ts';
import type { SiteRoots } from './site-roots.ts';
import { readUsers } from './users.ts';

/**
 * What the files of `site/` say of a site.
 *
 * @param parts texts by `sitePart()`; of what is only counted, and of folders (`plugins/seo/`),
 *   the name is enough
 * @param labelLanguages what labels of blueprints are wanted in, before the Panel's language
 */
export function settingsFrom(
  parts: ReadonlyMap<string, string>,
  roots: SiteRoots,
  labelLanguages: readonly string[],
): SiteSettings {
  const config = readConfig(parts.get('config/config.php'));
  const { codes, defaultCode, details } = readLanguages(
    namesBelow(parts, /^languages\/([^/]+\.php)$/),
  );
  const plugins = readPlugins(parts);
  const hasPlugins = [...parts.keys()].some((path) => /^plugins\/[^/_.][^/]*\//.test(path));
  const { contentExtension, ignored, yamlHandler, isYamlHandlerKnown, uuids, uuidFormat } = config;
  const { homePage, errorPage, text, panelLanguage, fieldsets, url, locale } = config;
  return {
    ignored,
    options: {
      contentExtension,
      yamlHandler,
      isYamlHandlerKnown,
      languages: codes,
      defaultLanguage: defaultCode,
      languageDetails: details,
      uuids,
      uuidFormat,
      url,
      locale,
      contentFolder: roots.content,
      homePage,
      errorPage,
      ...text,
      blockTypes: new Set([...namesBelow(parts, blockTypePart).keys(), ...plugins.blockTypes]),
      blockSnippets: pathsBelow(parts, blockSnippetPart, roots),
      blockTemplates: namesBelow(parts, blockTemplatePart),
      templates: pathsBelow(parts, templatePart, roots, asciiLower),
      hasPlugins,
      pageModels: readPageModels(namesBelow(parts, /^models\/([^/]+)\.php$/)),
    },
    users: readUsers(parts, roots),
    blueprints: blueprintSet(
      new Map([...parts].filter(([path]) => path.endsWith('.yml') || isBlueprintFile(path))),
      {
        yamlHandler,
        languages:
          panelLanguage === undefined ? labelLanguages : [...labelLanguages, panelLanguage],
        hasPlugins,
        fieldTypes: plugins.fieldTypes,
        registered: plugins.blueprints,
        pathOf: (part) => partPath(part, roots),
        ...(fieldsets === undefined ? {} : { defaultFieldsets: fieldsets }),
      },
    ),
  };
}

/** The texts of parts whose path matches, by what the pattern captures. */
function namesBelow(
  parts: ReadonlyMap<string, string>,
  pattern: RegExp,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [path, text] of parts) {
    const name = pattern.exec(path)?.[1];
    if (name !== undefined) found.set(name, text);
  }
  return found;
}

/** Where parts whose path matches stand, by what the pattern captures; the site's own come first. */
function pathsBelow(
  parts: ReadonlyMap<string, string>,
  pattern: RegExp,
  roots: SiteRoots,
  keyOf: (name: string) => string = (name) => name,
): ReadonlyMap<string, SitePath> {
  const found = new Map<string, SitePath>();
  for (const part of parts.keys()) {
    const written = pattern.exec(part)?.[1];
    const name = written === undefined ? undefined : keyOf(written);
    const isHidden = name !== undefined && found.has(name) && part.startsWith('plugins/');
    if (name !== undefined && !isHidden) found.set(name, partPath(part, roots));
  }
  return found;
}
