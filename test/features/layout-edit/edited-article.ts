import {
  editStructure,
  type StructureEdit,
} from '../../../server/src/features/layout-edit/edit-structure.ts';
import type { Operation } from '../../../server/src/features/layout-edit/operation.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import type { RuleContext } from '../../../server/src/rules/rule.ts';
import { contextIn } from '../../support/shared-site.ts';
import { siteFrom } from '../../support/site.ts';

/*
 * An article with a Layout field of one row and a Blocks field, and what operations make of it.
 */

export const path = 'content/1_article/article.txt';
const site = await siteFrom({
  [path]: '',
  'site/blueprints/pages/article.yml': `fields:
  layout:
    type: layout
    layouts:
      - 1/1
      - 1/3, 2/3
    settings:
      fields:
        wide:
          type: toggle
          label: Whole width
  blocks:
    type: blocks
    label: Notes
    fieldsets: [heading, text, quote, list, markdown]
`,
});

export const block = (id: string, type = 'text', text = '<p>é/</p>'): string =>
  JSON.stringify({ content: { text }, id, isHidden: false, type });
export const column = (id: string, ...blocks: readonly string[]): string =>
  `{"blocks":[${blocks.join(',')}],"id":"${id}","width":"1/2"}`;
export const layout = `[{"attrs":{"wide":"true"},"columns":[${column('c1', block('b1'), block('b2'))},${column('c2', block('b3'))}],"id":"r1"}]`;
export const content = `Title: One\n\n----\n\nLayout: ${layout}\n\n----\n\nBlocks: [${block('n1')}]\n`;
export const layoutField = 1;
export const blocksField = 2;

export function contextOf(text = content): RuleContext {
  return contextIn(site, path, text);
}

export function edit(operation: Operation, text = content): StructureEdit {
  let made = 0;
  return editStructure({ ...contextOf(text), newId: () => `new${String(++made)}` }, operation);
}

export function after(operation: Operation, text = content): string | undefined {
  const found = edit(operation, text);
  return found.ok ? applied(text, found.edits) : `refused: ${found.reason}`;
}

/** The same for a Blocks field that holds these blocks. */
export function inBlocks(operation: Operation, ...blocks: readonly string[]): string | undefined {
  return after(operation, `Blocks: [${blocks.join(',')}]`)?.replace(/^Blocks: \[|\]$/gu, '');
}

export const columnOf = (at: number): readonly (string | number)[] => [0, 'columns', at, 'blocks'];
export const item = (at: number, index: number): { field: number; path: (string | number)[] } => ({
  field: layoutField,
  path: [...columnOf(at), index],
});
