import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The editor that the tests obtain has VS Code's own tokeniser and its grammars of other languages. */
export const editorFolder = findEditor();

/** What is called of the tokeniser; it comes without types. */
interface Grammar {
  tokenizeLine(
    line: string,
    state: unknown,
  ): {
    readonly ruleStack: unknown;
    readonly tokens: readonly {
      readonly startIndex: number;
      readonly endIndex: number;
      readonly scopes: readonly string[];
    }[];
  };
}

interface Textmate {
  readonly INITIAL: unknown;
  readonly Registry: new (options: unknown) => { loadGrammar(scope: string): Promise<Grammar> };
  parseRawGrammar(text: string, name: string): unknown;
}

interface Oniguruma {
  loadWASM(bytes: Uint8Array): Promise<void>;
  readonly OnigScanner: new (patterns: readonly string[]) => unknown;
  readonly OnigString: new (text: string) => unknown;
}

export interface Token {
  readonly text: string;
  /** Innermost last, without the document's own. */
  readonly scopes: readonly string[];
}

/** Colours a text line by line, as the editor does. Blank tokens are left out. */
export type Tokenize = (text: string) => readonly Token[];

/** Loads our grammar and those it refers to. */
export async function loadTokenizer(folder: string): Promise<Tokenize> {
  const require = createRequire(path.join(folder, 'package.json'));
  const textmate = require('vscode-textmate') as Textmate;
  const oniguruma = require('vscode-oniguruma') as Oniguruma;
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const files = grammarFiles(folder);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: readonly string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope: string) => {
      const file = files.get(scope);
      const grammar = file && textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
      return Promise.resolve(grammar);
    },
  });
  const grammar = await registry.loadGrammar('text.kirby-txt');
  return (text) => {
    let state = textmate.INITIAL;
    return text.split('\n').flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens
        .map(({ startIndex, endIndex, scopes }) => ({
          text: line.slice(startIndex, endIndex).trim(),
          scopes: scopes.slice(1),
        }))
        .filter((token) => token.text !== '');
    });
  };
}

interface Manifest {
  readonly contributes?: {
    readonly grammars?: readonly { readonly scopeName: string; readonly path: string }[];
  };
}

/** Where the grammar of each scope is: ours, and those of the editor's built-in extensions. */
function grammarFiles(folder: string): ReadonlyMap<string, string> {
  const extensions = path.join(folder, 'extensions');
  const builtIn = readdirSync(extensions).map((name) => path.join(extensions, name));
  const files = new Map<string, string>();
  for (const extension of [...builtIn, root]) {
    const file = path.join(extension, 'package.json');
    if (!existsSync(file)) continue;
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    for (const grammar of manifest.contributes?.grammars ?? []) {
      files.set(grammar.scopeName, path.join(extension, grammar.path));
    }
  }
  return files;
}

function findEditor(): string | undefined {
  const cache = path.join(root, '.vscode-test');
  if (!existsSync(cache)) return undefined;
  const name = readdirSync(cache).find((entry) => entry.startsWith('code-server-'));
  const folder = name === undefined ? undefined : path.join(cache, name);
  return folder !== undefined && existsSync(path.join(folder, 'node_modules', 'vscode-textmate'))
    ? folder
    : undefined;
}
