import { fieldName } from '../kirby/content/parse.ts';
import type { Field } from '../kirby/content/document.ts';
import { touches } from '../kirby/text/span.ts';
import type { RuleContext } from '../rules/rule.ts';
import { sourcePlaces, type SourceStep } from '../site/blueprint-source.ts';
import { jsonFields, definitionOf } from '../site/json-fields.ts';
import type { Model, Site } from '../site/site.ts';
import { type Definition, type Place, placeOf } from './place.ts';
import { targetAt } from './target.ts';
import { jsonWay, type Way, yamlWay } from './way.ts';

/**
 * Where the text at an offset leads: a mention to its page, its file or the account of its user, the
 * name of a field to the line of the blueprint that defines it, the type of a block to its blueprint and
 * its snippet.
 */
export function definitionAt(context: RuleContext, offset: number): Definition | undefined {
  const target = targetAt(context, offset);
  if (target !== undefined) {
    return { span: target.span, places: [{ path: target.path, at: undefined }] };
  }
  const { document, site, file } = context;
  const field = document.fields.find(({ span }) => touches(span, offset));
  if (field === undefined || site === undefined || file === undefined) return undefined;
  const { model } = file;
  const found = touches(field.nameSpan, offset)
    ? { span: field.nameSpan, places: placesOfField(site, model, field.name) }
    : inValue(context, site, field, offset);
  return found === undefined || found.places.length === 0 ? undefined : found;
}

/** Where a field of a model is defined; of the title, which every page has, the page's own files. */
export function placesOfField(site: Site, model: Model, name: string): readonly Place[] {
  const blueprint = site.blueprints.of(model);
  if (blueprint === undefined) return [];
  const places = sourcePlaces(site.blueprints, [
    { kind: 'blueprint', name: blueprint.name },
    { kind: 'field', name },
  ]).map(placeOf);
  if (name !== 'title' || places.length > 0) return places;
  const root = sourcePlaces(site.blueprints, [{ kind: 'blueprint', name: blueprint.name }]);
  const template = model.kind === 'page' ? model.page.template : undefined;
  const script = template === undefined ? undefined : site.options.templates.get(template);
  return [...root.map(placeOf), ...wholeFile(script)];
}

function inValue(
  context: RuleContext,
  site: Site,
  field: Field,
  offset: number,
): Definition | undefined {
  const way = wayAt(context, site, field, offset);
  if (way === undefined) return undefined;
  const places = sourcePlaces(site.blueprints, way.steps).map(placeOf);
  const last = way.steps.at(-1);
  const snippet = last?.kind === 'block' ? site.options.blockSnippets.get(last.type) : undefined;
  return { span: way.span, places: [...places, ...wholeFile(snippet)] };
}

function wayAt(
  { document, file }: RuleContext,
  site: Site,
  field: Field,
  offset: number,
): Way | undefined {
  const blueprint = file === undefined ? undefined : site.blueprints.of(file.model);
  const definition = blueprint && definitionOf(blueprint.fields, field.name);
  const json = jsonFields(document, site, file).find((candidate) => candidate.field === field);
  const start: readonly SourceStep[] =
    blueprint === undefined || definition === undefined
      ? []
      : [
          { kind: 'blueprint', name: blueprint.name },
          { kind: 'field', name: fieldName(field.name) },
        ];
  if (json !== undefined) return jsonWay(json, start, offset, site.blueprints);
  return definition?.fields === undefined
    ? undefined
    : yamlWay(field.value, definition.fields, start, offset);
}

function wholeFile(path: Place['path'] | undefined): readonly Place[] {
  return path === undefined ? [] : [{ path, at: undefined }];
}
