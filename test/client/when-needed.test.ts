import { beforeEach, expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { whenNeeded } from '../../client/src/when-needed.ts';

type Run = (...given: unknown[]) => unknown;

/** The commands that are registered now: VS Code says of any other that it is not found. */
const registered = vi.hoisted(() => new Map<string, Run>());

vi.mock('vscode', () => {
  const nothing = { dispose: () => undefined };
  return {
    Disposable: {
      from: (...all: readonly { dispose(): void }[]) => ({
        dispose: () => {
          for (const one of all) one.dispose();
        },
      }),
    },
    Uri: {},
    commands: {
      registerCommand: (name: string, run: Run) => {
        if (registered.has(name)) throw new Error(`command '${name}' already exists`);
        registered.set(name, run);
        return { dispose: () => registered.delete(name) };
      },
      executeCommand: (name: string, ...given: unknown[]) => {
        const run = registered.get(name);
        return run === undefined
          ? Promise.reject(new Error(`command '${name}' not found`))
          : Promise.resolve(run(...given));
      },
    },
    workspace: {
      textDocuments: [],
      workspaceFolders: [],
      onDidOpenTextDocument: () => nothing,
      onDidChangeWorkspaceFolders: () => nothing,
    },
  };
});

const { commands } = await import('vscode');

beforeEach(() => {
  registered.clear();
});

test('a command that is called while the extension is loaded is run when it is there', async () => {
  let finish: () => void = () => undefined;
  const loading = new Promise<void>((resolve) => {
    finish = resolve;
  });
  void whenNeeded(context(['a.first', 'a.second']), async () => {
    await loading;
    return () => {
      commands.registerCommand('a.first', () => 'first');
      commands.registerCommand('a.second', (given: unknown) => `second ${String(given)}`);
    };
  });
  const first = commands.executeCommand('a.first');
  const second = commands.executeCommand('a.second', 2);
  finish();
  expect(await first).toBe('first');
  expect(await second).toBe('second 2');
});

/** What `whenNeeded` asks of a context. */
function context(names: readonly string[]): vscode.ExtensionContext {
  const packageJSON = { contributes: { commands: names.map((command) => ({ command })) } };
  const known: Partial<vscode.ExtensionContext> = {
    subscriptions: [],
    extension: { packageJSON } as vscode.Extension<unknown>,
    workspaceState: { get: () => undefined, update: () => Promise.resolve(), keys: () => [] },
  };
  return known as vscode.ExtensionContext;
}
