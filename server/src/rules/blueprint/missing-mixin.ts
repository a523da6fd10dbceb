import type { MixinPart } from '../../kirby/blueprint/parts.ts';
import { distance, likelySlips, nearest } from '../../kirby/text/near.ts';
import type { BlueprintSet } from '../../site/blueprint-set.ts';
import { nameFix } from './name-fix.ts';
import type { BlueprintRule } from './rule.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * A mixin that is not there; `Blueprint::extend()` passes over it. Said only of a name that is nearly
 * that of another: the plugin that brings a mixin need not be in the repository.
 */
export const missingMixin: BlueprintRule = {
  code: 'missing-mixin',
  severity: 'warning',
  *check(context) {
    const { parts, blueprints } = context;
    for (const { of, isAlone, name, node, span } of parts.mixins) {
      const near = blueprints.lacks(name) ? nearName(name, blueprints) : undefined;
      if (near === undefined) continue;
      yield {
        message: say`There is no blueprint "${name}". ${effects[of]()} "${near}" may be meant.`,
        span,
        fixes: () => nameFix(context, node, near),
        // A field that nothing else defines has no type, and what pages have in it is lost.
        ...(of === 'field' && isAlone ? { severity: 'error' } : {}),
      };
    }
  },
};

const effects: Readonly<Record<MixinPart['of'], () => string>> = {
  blueprint: () => say`Kirby goes on without it, and all that it should bring is missing.`,
  tab: () => say`Kirby goes on without it, and all that it should bring is missing in the tab.`,
  section: () =>
    say`Kirby goes on without it, and all that it should bring is missing in the section.`,
  field: () =>
    say`Kirby goes on without it; a field that gets no type in another way is replaced by an error, and a save in the Panel removes its values.`,
  fieldset: () => say`Kirby goes on without it, and all that it should bring is missing.`,
};

/** A name in the same folder that differs by a slip of the pen. */
function nearName(name: string, { files }: BlueprintSet): string | undefined {
  const folder = folderIn(name);
  const short = name.slice(folder.length);
  const [near] = nearest(files.keys(), (other) =>
    folderIn(other) === folder
      ? distance(short, other.slice(folder.length), Math.min(2, likelySlips(short)))
      : undefined,
  );
  return near;
}

function folderIn(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}
