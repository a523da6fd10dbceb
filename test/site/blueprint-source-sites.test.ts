import { describe, expect, test } from 'vitest';
import type { FieldDefinition } from '../../server/src/kirby/blueprint/blueprint.ts';
import { fieldName } from '../../server/src/kirby/content/parse.ts';
import { sourcePlaces, type SourceStep } from '../../server/src/site/blueprint-source.ts';
import type { BlueprintSet } from '../../server/src/site/blueprint-set.ts';
import {
  fixtureSite,
  type FolderSite,
  sharedSite,
  sharedSiteNames,
} from '../support/shared-site.ts';

/** Every field, setting and block field of a blueprint that this does not lead to, three deep. */
function lost(
  set: BlueprintSet,
  fields: ReadonlyMap<string, FieldDefinition>,
  way: readonly SourceStep[],
  kind: 'field' | 'setting' = 'field',
): readonly string[] {
  return [...fields.values()].flatMap((definition) => {
    const steps: readonly SourceStep[] = [...way, { kind, name: definition.name }];
    const [first] = sourcePlaces(set, steps);
    const name = first?.file.text.slice(first.span.start, first.span.end) ?? '';
    const isFound = fieldName(name) === fieldName(definition.name);
    if (!isFound) return [JSON.stringify(steps)];
    if (steps.length > 5) return [];
    const blocks = [...(definition.fieldsets?.values() ?? [])].flatMap((fieldset) => {
      const step: SourceStep = { kind: 'block', type: fieldset.type };
      // Of a block of Kirby's own there is nothing to find.
      const isOwn = sourcePlaces(set, [...steps, step]).length > 0;
      const isKirbys = set.source(`blocks/${fieldset.type}`) === undefined;
      return isOwn && !isKirbys ? lost(set, fieldset.fields, [...steps, step]) : [];
    });
    return [
      ...lost(set, definition.fields ?? new Map(), steps),
      ...lost(set, definition.settings ?? new Map(), steps, 'setting'),
      ...blocks,
    ];
  });
}

function check({ site }: FolderSite): number {
  const templates = new Set([...site.pages()].map(({ template }) => `pages/${template}`));
  const names = [...templates, 'site', 'files/default'];
  const blueprints = names.flatMap((name) => site.blueprints.blueprint(name) ?? []);
  expect(
    blueprints.flatMap(({ name, fields }) =>
      lost(site.blueprints, fields, [{ kind: 'blueprint', name }]),
    ),
  ).toEqual([]);
  return blueprints.reduce((sum, { fields }) => sum + fields.size, 0);
}

describe('every field of a whole site is found', () => {
  test.each(['magazine', 'broken'])('in our own: %s', async (name) => {
    expect(check(await fixtureSite(name))).toBeGreaterThan(5);
  });

  const names = sharedSiteNames();
  test.skipIf(names.length === 0).each(names)('%s', async (name) => {
    check(await sharedSite(name));
  });
});
