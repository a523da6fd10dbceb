import type { FieldDefinition } from '../kirby/blueprint/blueprint.ts';
import { contentsOf } from '../kirby/values/contents.ts';
import { hasFieldOf } from '../kirby/values/fields-of-type.ts';
import { jsonFields } from '../site/json-fields.ts';
import { remembered } from '../site/remembered.ts';
import { blockTypes } from './block-parts.ts';
import { formContext } from './form-rule.ts';
import type { RuleContext } from './rule.ts';
import { partsOf, type Shape, shapes } from './shape.ts';

/** A Layout or Blocks field, and what its blueprint says of it. */
export interface DefinedShape {
  readonly shape: Shape;
  /** `undefined`: no blueprint knows the field, its value looks so. */
  readonly definition: FieldDefinition | undefined;
}

/**
 * The shapes of all Layout and Blocks fields that can be read: of those of the file, and of those
 * inside of other values (in rows of structures, objects, blocks and the settings of rows).
 */
export function allShapes(context: RuleContext): readonly Shape[] {
  const inner = innerShapes(context);
  const ofFile = shapes(context);
  return inner.length === 0 ? ofFile : [...ofFile, ...inner.map(({ shape }) => shape)];
}

/** The same with their definitions. */
export function definedShapes(context: RuleContext): readonly DefinedShape[] {
  const { document, site, file } = context;
  const definitions = new Map(
    jsonFields(document, site, file).map(({ field, definition }) => [field, definition]),
  );
  const ofFile = shapes(context).map((shape) => ({
    shape,
    definition: definitions.get(shape.field),
  }));
  return [...ofFile, ...innerShapes(context)];
}

function innerShapes(context: RuleContext): readonly DefinedShape[] {
  return shapesIn(context, () => [...findInner(context)]);
}

const shapesIn = remembered<readonly DefinedShape[]>();

function* findInner(context: RuleContext): Iterable<DefinedShape> {
  const known = formContext(context);
  if (known === undefined) return;
  for (const form of known.forms) {
    if (form.kind === 'file' || !hasFieldOf(form.fields, blockTypes)) continue;
    for (const value of form.values.values()) {
      const { definition } = value;
      const { type: kind, problem } = definition;
      if ((kind !== 'layout' && kind !== 'blocks') || problem !== undefined) continue;
      const holder = contentsOf(value, known.environment.yamlHandler);
      if (holder === undefined) continue;
      const shape: Shape = {
        kind,
        json: holder.json,
        spansAt: (paths) => paths.map((path) => holder.spanAt(path)),
        change: (change) => holder.change(change),
        seed: () => JSON.stringify(holder.value),
        ...partsOf(holder.value, kind),
      };
      yield { shape, definition };
    }
  }
}
