import * as vscode from 'vscode';
import { isKirbyWorkspace } from './kirby-workspace.ts';
import { contentLanguage, mayBeContent } from './language/decision.ts';
import { schemes } from './language/schemes.ts';

/** Kept for a workspace in which the extension was needed once: tabs of it may come back there. */
const wasNeeded = 'kirbyAuthor.wasNeeded';

/**
 * Loads the extension at once where there is a site or a content file, and else as soon as a document
 * is opened that may be one, or a command is called. VS Code wakes extensions for plain text also for
 * each file whose language it does not know yet, which is in almost every workspace.
 *
 * @param load called once at most; what it gives starts what was loaded
 * @returns fulfilled when it is loaded; nothing where it is not known yet that it has to be
 */
export function whenNeeded(
  context: vscode.ExtensionContext,
  load: () => Promise<() => void>,
): Promise<void> | undefined {
  let loading: Promise<void> | undefined;
  const waiting: vscode.Disposable[] = [];
  const need = (): Promise<void> => {
    loading ??= (async () => {
      const start = await load();
      // The commands are there until then: a second one may be called meanwhile.
      vscode.Disposable.from(...waiting).dispose();
      start();
      await context.workspaceState.update(wasNeeded, true);
    })();
    return loading;
  };
  if (context.workspaceState.get(wasNeeded) === true) return need();
  waiting.push(
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isWorthIt(document)) void need();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(async () => {
      if (await isKirbyWorkspace()) await need();
    }),
    ...commandsIn(context.extension.packageJSON).map((name) =>
      vscode.commands.registerCommand(name, async (...given: unknown[]) => {
        await need();
        return vscode.commands.executeCommand(name, ...given);
      }),
    ),
  );
  context.subscriptions.push({
    dispose: () => {
      vscode.Disposable.from(...waiting).dispose();
    },
  });
  if (vscode.workspace.textDocuments.some(isWorthIt)) return need();
  // Nobody waits for the answer, which comes from another process and often over the network.
  void isKirbyWorkspace().then((isSite) => (isSite ? need() : undefined));
  return undefined;
}

/** Whether a document is ours, or a plain text that may become ours. */
function isWorthIt(document: vscode.TextDocument): boolean {
  const { languageId, uri, isUntitled } = document;
  if (languageId !== 'plaintext') return languageId === contentLanguage;
  return schemes.includes(uri.scheme) && !isUntitled && mayBeContent(document.getText());
}

/** The names of the commands in a manifest. */
function commandsIn(manifest: unknown): readonly string[] {
  const commands = valueOf(valueOf(manifest, 'contributes'), 'commands');
  if (!Array.isArray(commands)) return [];
  return commands.flatMap((one: unknown) => {
    const name = valueOf(one, 'command');
    return typeof name === 'string' ? [name] : [];
  });
}

function valueOf(object: unknown, key: string): unknown {
  return typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined;
}
