import * as vscode from 'vscode';
import type { CursorPlaceResult } from '../../../server/src/protocol/index.ts';

/** Says in the status of the language what the cursor is in: `Text · 123 words`, `Article › Layout`. */
export function showPlace(item: vscode.LanguageStatusItem, place: CursorPlaceResult): void {
  const { blueprint, field, block, words } = place;
  const count =
    words === 1
      ? vscode.l10n.t('1 word')
      : vscode.l10n.t('{0} words', words.toLocaleString(vscode.env.language));
  const what = block ?? field;
  item.text = what === undefined ? count : `${what} · ${count}`;
  const around = [blueprint, block === undefined ? undefined : field];
  item.detail = around.filter((part) => part !== undefined).join(' › ');
  item.accessibilityInformation = {
    label: [
      blueprint === undefined ? undefined : vscode.l10n.t('Blueprint {0}', blueprint),
      field === undefined ? undefined : vscode.l10n.t('field {0}', field),
      block === undefined ? undefined : vscode.l10n.t('block {0}', block),
      count,
    ]
      .filter((part) => part !== undefined)
      .join(', '),
  };
}
