import type { ContentDocument } from '../kirby/content/document.ts';
import type { FieldEnvironment } from '../kirby/field-types/field-type.ts';
import type { Form } from '../kirby/values/field-value.ts';
import { formsOf } from '../kirby/values/forms.ts';
import { optionsOf } from './options.ts';
import { remembered } from './remembered.ts';
import { targetOf } from './link-target.ts';
import { uuidIn } from './reference-text.ts';
import type { ContentFile, Site } from './site.ts';

/**
 * All forms of a content file, its own first, by the blueprint of its model. None where no blueprint
 * can be read. Made once for each state of the document and of the site.
 */
export function forms(
  document: ContentDocument,
  site: Site | undefined,
  file: ContentFile | undefined,
): readonly Form[] {
  if (site === undefined || file === undefined) return [];
  return formsIn({ document, site, file }, () => {
    const blueprint = site.blueprints.of(file.model);
    return blueprint === undefined ? [] : formsOf(document, blueprint, site.options.yamlHandler);
  });
}

const formsIn = remembered<readonly Form[]>();

/**
 * What field types may ask about the site around a content file.
 *
 * @param today the author's day and time, where it is known: `2024-02-29T12:30:00`
 */
export function fieldEnvironment(
  site: Site,
  { model }: ContentFile,
  today?: string,
): FieldEnvironment {
  return {
    yamlHandler: site.options.yamlHandler,
    optionsOf: (definition) => optionsOf(definition, model, site),
    today,
    isFound: (chosen, reference) => {
      if (chosen === 'files') return site.resolveFile(reference, model).status === 'found';
      if (chosen === 'users') return site.resolveUser(reference).status === 'found';
      return site.resolvePage(reference, model).status === 'found';
    },
    linkTo: (address) => {
      const target = targetOf(address.startsWith('/') ? address : `/${address}`, site);
      return target !== undefined && uuidIn(target, 'page') !== undefined ? target : undefined;
    },
    insteadOfUser: (reference) => {
      const found = site.resolveUser(reference);
      if (found.status !== 'missing') return undefined;
      return found.near.map(({ id, name, email }) => ({ id, name: name ?? email ?? id }));
    },
  };
}
