import * as vscode from 'vscode';
import type { BlockTab } from './block-tab.ts';

/** What an author has to know of a tab that is not as its source is. */
export function problemOf({
  state,
  source,
  problem,
  isReadOnly,
  isUnanswered,
}: BlockTab): string | undefined {
  const file = source.path.slice(source.path.lastIndexOf('/') + 1);
  if (isReadOnly)
    return vscode.l10n.t('{0} is read-only: what is typed here cannot be saved.', file);
  if (isUnanswered)
    return vscode.l10n.t(
      'This text is not written to {0}: it is not open as Kirby Content, or the language server does not run.',
      file,
    );
  switch (state) {
    case 'linked':
      return undefined;
    case 'lost':
      return vscode.l10n.t(
        'This text is no longer in {0}: its block was deleted, or it cannot be told which row it was. Nothing is written until it comes back, as when you undo the change in {0}.',
        file,
      );
    case 'refused':
      if (problem !== undefined)
        return vscode.l10n.t(
          '{0} Nothing is written to {1} until it can be read.',
          problem.message,
          file,
        );
      return vscode.l10n.t(
        'This edit is not written to {0}, because it would change more there than this text. Undo it, or make it in {0}.',
        file,
      );
  }
}
