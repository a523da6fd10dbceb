import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { isSet, mapOf } from '../../kirby/blueprint/raw.ts';
import { queryContext } from '../../site/query/context.ts';
import { runQuery } from '../../site/query/evaluate.ts';
import type { Model, Site } from '../../site/site.ts';
import { type Owner, ownerOf } from '../completion/candidates.ts';

/** What becomes of a file that is uploaded in a field. */
export interface Upload {
  /** The page or the site that gets the file. */
  readonly owner: Owner;
  /** `undefined`: none, or it is not known. */
  readonly template: string | undefined;
}

/**
 * A field's `uploads` (`kirby/config/fields/mixins/upload.php`). `undefined` where the field allows
 * none, or where only PHP knows who gets the file.
 *
 * @param definition `undefined`: no blueprint knows the field; the file goes to its model
 */
export function uploadIn(
  definition: FieldDefinition | undefined,
  model: Model,
  site: Site,
): Upload | undefined {
  const uploads = definition?.props['uploads'];
  if (uploads === false) return undefined;
  const { template, parent } =
    typeof uploads === 'string' ? { template: uploads, parent: undefined } : mapOf(uploads);
  const owner = isSet(parent) ? ownerBy(parent, model, site) : ownerOf(site, model);
  if (owner === undefined) return undefined;
  return { owner, template: templateIn(template) };
}

/** The template `default` is never written. */
function templateIn(given: unknown): string | undefined {
  return typeof given === 'string' && given !== '' && given !== 'default' ? given : undefined;
}

function ownerBy(query: unknown, model: Model, site: Site): Owner | undefined {
  if (typeof query !== 'string') return undefined;
  const found = runQuery(query, queryContext(model, site));
  return found?.kind === 'page' || found?.kind === 'site' ? found : undefined;
}
