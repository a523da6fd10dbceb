import type * as vscode from 'vscode';
import type { CursorPlaceResult } from '../../../server/src/protocol/index.ts';

/** Says in the status of the language what the cursor is in: `Text · 123 words`, `Article › Layout`. */
export function showPlace(item: vscode.LanguageStatusItem, place: CursorPlaceResult): void {
  const { blueprint, field, block, words } = place;
  const count = `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`;
  const what = block ?? field;
  item.text = what === undefined ? count : `${what} · ${count}`;
  const around = [blueprint, block === undefined ? undefined : field];
  item.detail = around.filter((part) => part !== undefined).join(' › ');
  item.accessibilityInformation = {
    label: [
      blueprint === undefined ? undefined : `Blueprint ${blueprint}`,
      field === undefined ? undefined : `field ${field}`,
      block === undefined ? undefined : `block ${block}`,
      count,
    ]
      .filter((part) => part !== undefined)
      .join(', '),
  };
}
