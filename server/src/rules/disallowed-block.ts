import { asciiLower } from '../kirby/text/php.ts';
import { type BlockPart, blockParts } from './block-parts.ts';
import { formContext, type FormContext } from './form-rule.ts';
import type { Rule } from './rule.ts';
import { coreBlockTypes } from './unknown-block.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A block of a type that the site knows and the field does not offer. `BlocksField` keeps it and
 * prints it; the Panel has no form for it.
 */
export const disallowedBlock: Rule = {
  code: 'disallowed-block',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const known = formContext(context);
    if (known === undefined) return;
    for (const { value, holder, blocks } of blockParts(known)) {
      const { fieldsets } = value.definition;
      if (fieldsets === undefined || !value.form.complete) continue;
      for (const block of blocks) {
        const type = typeOf(block);
        if (type === undefined || fieldsets.has(type) || isUnknown(type, known)) continue;
        const path = [...block.path, 'type'];
        const span = holder.spanAt(path);
        if (span === undefined) continue;
        const match = [...fieldsets.keys()].find((name) => asciiLower(name) === asciiLower(type));
        yield {
          message: say`This field does not offer blocks of the type "${type}". Kirby shows the block on the website, but in the Panel it cannot be edited; use another type, or add this one to the blueprint.`,
          span,
          fixes: () => {
            if (match === undefined) return [];
            const edits = holder.change({ kind: 'set', path, value: match });
            return edits === undefined
              ? []
              : [{ title: say`Change the type to "${match}"`, edits, safe: false }];
          },
        };
      }
    }
  },
};

/** Blocks of the old editor and the builder have types of their own, which Kirby converts. */
function typeOf({ value }: BlockPart): string | undefined {
  const { type, content, attrs } = value;
  const isOld = typeof content === 'string' || attrs !== undefined || '_key' in value;
  return typeof type === 'string' && type !== '' && !isOld ? type : undefined;
}

/** What nothing on the site knows is the business of `unknown-block`. */
function isUnknown(type: string, { site }: FormContext): boolean {
  return (
    !site.options.hasPlugins && !coreBlockTypes.includes(type) && !site.options.blockTypes.has(type)
  );
}
