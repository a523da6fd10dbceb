import { distance, likelySlips, nearest } from '../kirby/text/near.ts';
import type { PageEntry, Site } from '../site/site.ts';
import { nameOf } from '../site/site-path.ts';
import { ownPage } from './own-page.ts';
import type { Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A page whose template the site knows nothing of: no blueprint, no template, no model. Kirby falls
 * back to an empty blueprint (`Kirby\Cms\Page::blueprint()`) and to the default template. Most often
 * the name of the content file has a slip.
 *
 * A page that has a template and no blueprint is meant not to be edited in the Panel, and the error
 * page seldom has either. Plugins may bring blueprints that nothing here can read.
 */
export const missingBlueprint: Rule = {
  code: 'missing-blueprint',
  severity: 'information',
  reads: 'site',
  *check(context) {
    const [first] = context.document.fields;
    const page = ownPage(context);
    const { site } = context;
    if (first === undefined || page === undefined || site === undefined) return;
    if (page.id === site.options.errorPage || isKnown(page, site)) return;
    const names = pageBlueprints(site);
    if (names.length === 0) return;
    yield {
      message: say`The site has no blueprint and no template "${page.template}". The Panel shows no fields of this page, and Kirby prints it with the default template; ${todo(page, names, nameOf(context.file?.path ?? page.folder))}`,
      span: first.nameSpan,
    };
  },
};

function isKnown({ template }: PageEntry, { options, blueprints }: Site): boolean {
  return (
    options.hasPlugins ||
    options.templates.size === 0 ||
    options.templates.has(template) ||
    options.pageModels.has(template) ||
    blueprints.source('pages/default') !== undefined ||
    blueprints.blueprint(`pages/${template}`) !== undefined ||
    blueprints.source(`pages/${template}`) !== undefined
  );
}

/** The templates that have a blueprint in a file of the site. */
function pageBlueprints({ blueprints }: Site): readonly string[] {
  return [...blueprints.files.keys()].flatMap((name) => /^pages\/([^/]+)$/.exec(name)?.[1] ?? []);
}

function todo({ template }: PageEntry, names: readonly string[], file: string): string {
  const [near] = nearest(names, (name) => distance(template, name, likelySlips(template)));
  return near === undefined
    ? say`rename the file, or add a blueprint.`
    : say`rename the file to "${near}${file.slice(template.length)}", or add a blueprint.`;
}
