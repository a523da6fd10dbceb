import * as vscode from 'vscode';
import type { StructureGap } from '../../../server/src/protocol/index.ts';
import type { Performer } from './operation.ts';
import type { StructureNode } from './structure-node.ts';
import { enclosing } from './structure-place.ts';

/**
 * Adds a block or a row at a gap, of a type or with columns that the author chooses.
 *
 * @param node what the gap is beside or inside of
 * @param given the type, or the widths with commas between them: nothing is asked
 */
export async function addAt(
  performer: Performer,
  node: StructureNode,
  at: StructureGap,
  given: string | undefined,
): Promise<void> {
  if (node.field.holds === 'rows' && at.list.length === 0) {
    const widths = given?.split(/,\s*/u) ?? (await pickPattern(node));
    if (widths !== undefined) await performer.perform({ kind: 'add-row', at, widths });
    return;
  }
  const types = typesFor(node).map(({ type }) => type);
  const type = given ?? (await pick(node, types, vscode.l10n.t('Add a block')));
  if (type !== undefined) await performer.perform({ kind: 'add-block', at, type });
}

/** The types of blocks that stand where a node is: in a Blocks field of a block they are its own. */
function typesFor(node: StructureNode): StructureNode['field']['types'] {
  return enclosing(node, 'list')?.part?.types ?? node.field.types;
}

/** The type that the author chooses. */
export async function pick(
  node: StructureNode | undefined,
  types: readonly string[],
  placeHolder: string,
): Promise<string | undefined> {
  const items = types.map((type) => {
    const name = (node && typesFor(node).find((one) => one.type === type)?.name) ?? type;
    return name === type ? { label: type, type } : { label: name, description: type, type };
  });
  if (items.length === 0) return undefined;
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))
    ?.type;
}

/** The columns that the author chooses for a row. */
export async function pickPattern({
  field,
}: StructureNode): Promise<readonly string[] | undefined> {
  const items = field.patterns.map((widths) => ({ label: widths.join(' + '), widths }));
  const placeHolder = vscode.l10n.t('Columns of the row');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.widths;
}
