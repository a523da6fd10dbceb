import * as vscode from 'vscode';
import {
  panelChanges,
  type PanelChangesParams,
  type PanelChangesResult,
} from '../../../server/src/protocol/index.ts';
import type { ReadableSides } from '../compare/readable-sides.ts';
import type { LanguageServer } from '../language-server.ts';

/** What the Panel holds of a content file; `undefined`: nothing, as far as is known. */
export function heldByPanel(
  server: LanguageServer,
  uri: vscode.Uri,
): Promise<PanelChangesResult | undefined> {
  const question: PanelChangesParams = { uri: uri.toString() };
  return server.ask<PanelChangesResult>(panelChanges, question);
}

/** What to say of it: `The Panel holds unsaved changes by Ada (14:03)`. */
export async function sentenceOf(held: PanelChangesResult): Promise<string> {
  switch (held.kind) {
    case 'changes': {
      const sentence =
        held.user === undefined
          ? vscode.l10n.t('The Panel holds unsaved changes')
          : vscode.l10n.t('The Panel holds unsaved changes by {0}', held.user);
      return `${sentence}${at(await timeOf(vscode.Uri.parse(held.uri)))}`;
    }
    case 'lock': {
      const sentence =
        held.user === undefined
          ? vscode.l10n.t('This is being edited in the Panel')
          : vscode.l10n.t('This is being edited in the Panel by {0}', held.user);
      return `${sentence}${at(held.time * 1000)}`;
    }
    case 'saved':
      return vscode.l10n.t('These are unsaved changes of the Panel');
  }
}

/** Milliseconds since 1970; `undefined`: it cannot be told, or the file is gone. */
export async function timeOf(uri: vscode.Uri): Promise<number | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).mtime;
  } catch {
    return undefined;
  }
}

/** Shows a content file beside its unsaved changes, both as they are read. */
export async function compareWithPanel(
  server: LanguageServer,
  sides: ReadableSides,
  resource: unknown,
): Promise<void> {
  const uri =
    resource instanceof vscode.Uri ? resource : vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) return;
  const held = await heldByPanel(server, uri);
  if (held === undefined || held.kind === 'lock') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The Panel holds no unsaved changes of this file.'),
    );
    return;
  }
  const other = vscode.Uri.parse(held.uri);
  const [changes, saved] = held.kind === 'changes' ? [other, uri] : [uri, other];
  if ((await timeOf(saved)) === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no saved version of this file yet.'),
    );
    return;
  }
  const name = saved.path.slice(saved.path.lastIndexOf('/') + 1);
  const title = vscode.l10n.t('{0} (Unsaved in the Panel ↔ Saved)', name);
  await sides.show({ uri: changes, at: 'now' }, { uri: saved, at: 'now' }, title);
}

/** The time, and the day where it is not today. */
function at(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return '';
  const date = new Date(milliseconds);
  const isToday = date.toDateString() === new Date().toDateString();
  const time = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return isToday ? ` (${time})` : ` (${date.toLocaleDateString()}, ${time})`;
}
