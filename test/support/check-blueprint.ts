import { expect } from 'vitest';
import { blueprintDiagnostics } from '../../server/src/features/diagnostics.ts';
import { applyEdits } from '../../server/src/features/fixes.ts';
import { slice } from '../../server/src/kirby/text/span.ts';
import { blueprintContext } from '../../server/src/rules/blueprint/rule.ts';
import { runBlueprintRules } from '../../server/src/rules/blueprint/run.ts';
import type { Problem } from '../../server/src/rules/rule.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { type SiteFiles, siteFrom } from './site.ts';

export interface BlueprintOptions {
  /** Further files of the site. */
  readonly files?: SiteFiles;
  /** Without the blueprint of a page that stands beside it otherwise. */
  readonly isAlone?: true;
  /** Where the text stands; `site/blueprints/pages/article.yml` by default. */
  readonly path?: string;
  readonly yamlHandler?: 'symfony';
}

/** The configuration that chooses Symfony's engine. */
export const symfony = {
  'site/config/config.php': "<?php return ['yaml' => ['handler' => 'symfony']];",
};

/**
 * What is found in a blueprint, in its order, as `error wrong-prop: many`: with what is
 * underlined.
 */
export async function foundIn(
  text: string,
  options: BlueprintOptions = {},
): Promise<readonly string[]> {
  const found = await problemsIn(text, options);
  return found.map(({ severity, code, marked }) => `${severity} ${code}: ${marked}`);
}

/** The messages of what is found in a blueprint. */
export async function messagesIn(
  text: string,
  options: BlueprintOptions = {},
): Promise<readonly string[]> {
  return (await problemsIn(text, options)).map(({ message }) => message);
}

/** What each fix of a blueprint makes of its text, with the title of the fix. */
export async function fixesIn(
  text: string,
  options: BlueprintOptions = {},
): Promise<readonly (readonly [title: string, text: string])[]> {
  const found = await problemsIn(text, options);
  return found.flatMap(({ problem }) =>
    (problem.fixes?.() ?? []).map(({ title, edits }) => [title, applyEdits(text, edits)] as const),
  );
}

async function problemsIn(
  text: string,
  {
    files = {},
    isAlone,
    path = 'site/blueprints/pages/article.yml',
    yamlHandler,
  }: BlueprintOptions,
): Promise<
  readonly {
    readonly severity: string;
    readonly code: string;
    readonly marked: string;
    readonly message: string;
    readonly problem: Problem;
  }[]
> {
  const site = await siteFrom({
    'content/site.txt': 'Title: Site',
    ...(isAlone === true ? {} : { 'site/blueprints/pages/other.yml': 'title: Other' }),
    ...(yamlHandler === 'symfony' ? symfony : {}),
    ...files,
    [path]: text,
  });
  const context = blueprintContext(site, sitePath(path));
  if (context === undefined) return [];
  expect(runBlueprintRules(context).failures).toEqual([]);
  return blueprintDiagnostics(context, {}).map(({ rule, severity, problem }) => ({
    severity,
    code: rule.code,
    marked: slice(text, problem.span),
    message: problem.message,
    problem,
  }));
}
