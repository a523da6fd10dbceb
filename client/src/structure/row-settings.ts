import * as vscode from 'vscode';
import {
  rowSettings,
  type RowSettingsParams,
  type RowSettingsResult,
} from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../language-server.ts';
import { placeOf, type StructureNode } from './structure-node.ts';
import { enclosing } from './structure-place.ts';
import type { StructureView } from './structure-view.ts';

type Setting = RowSettingsResult['settings'][number];

/**
 * Asks for a setting of the row that a node is in, and for its value, as the blueprint has them.
 *
 * @param given `wide=true`, from a keybinding: nothing is asked
 */
export async function changeRowSetting(
  server: LanguageServer,
  view: StructureView,
  node: StructureNode,
  given: string | undefined,
): Promise<void> {
  const row = enclosing(node, 'row');
  const { document, version } = view;
  if (row === undefined || document === undefined || version === undefined) return;
  const item = placeOf(row);
  const now = view.now();
  const question: RowSettingsParams = { uri: document.uri.toString(), version, item };
  const { settings = [] } = (await server.ask<RowSettingsResult>(rowSettings, question)) ?? {};
  if (settings.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The blueprint gives this row no settings.'),
    );
    return;
  }
  const [, key, value] = /^([^=]+)=(.*)$/u.exec(given ?? '') ?? [];
  const setting =
    key === undefined ? await pickSetting(settings) : settings.find((one) => one.key === key);
  const values = setting && (value === undefined ? await pickValues(setting) : [value]);
  if (setting === undefined || values === undefined) return;
  await now.perform({ kind: 'setting', item, key: setting.key, values });
}

async function pickSetting(settings: readonly Setting[]): Promise<Setting | undefined> {
  const items = settings.map((setting) => ({
    label: setting.label,
    description: setting.values.map((value) => nameOf(setting, value)).join(', '),
    ...(setting.help === undefined ? {} : { detail: setting.help }),
    setting,
  }));
  const placeHolder = vscode.l10n.t('Setting of the row');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.setting;
}

/** The values that the author chooses or types; `undefined`: the setting stays as it is. */
async function pickValues(setting: Setting): Promise<readonly string[] | undefined> {
  const { kind, label: placeHolder, values, choices, isOpen } = setting;
  if (choices.length === 0 || kind === 'number') return typed(setting);
  const items = choices.map(({ value, detail }) => ({
    label: detail ?? value,
    ...(detail === undefined ? {} : { description: value }),
    picked: values.includes(value),
    value,
  }));
  const options = { placeHolder, matchOnDescription: true };
  if (kind === 'list') {
    // What nothing offers is kept, and can be taken out.
    const others = values
      .filter((value) => !choices.some((choice) => choice.value === value))
      .map((value) => ({ label: value, picked: true, value }));
    const all = [...others, ...items];
    const chosen = await vscode.window.showQuickPick(all, { ...options, canPickMany: true });
    return chosen?.map(({ value }) => value);
  }
  const empty = { label: `$(circle-slash) ${vscode.l10n.t('No value')}`, value: '' };
  const other = { label: `$(edit) ${vscode.l10n.t('Other value…')}`, value: undefined };
  const all = [...items, ...(isOpen ? [other] : []), empty];
  const chosen = await vscode.window.showQuickPick(all, options);
  if (chosen === undefined) return undefined;
  return chosen.value === undefined ? typed(setting) : [chosen.value].filter((one) => one !== '');
}

async function typed({ label, kind, values }: Setting): Promise<readonly string[] | undefined> {
  const isList = kind === 'list';
  const text = await vscode.window.showInputBox({
    prompt: isList ? vscode.l10n.t('{0}, separated by commas', label) : label,
    value: values.join(', '),
    validateInput: (value) =>
      kind === 'number' && !/^\s*(?:-?\d+(?:\.\d+)?)?\s*$/u.test(value)
        ? vscode.l10n.t('A number has digits and a point.')
        : undefined,
  });
  const given = isList ? text?.split(',') : text === undefined ? undefined : [text];
  return given?.map((value) => value.trim()).filter((value) => value !== '');
}

function nameOf({ choices }: Setting, value: string): string {
  return choices.find((choice) => choice.value === value)?.detail ?? value;
}
