import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { mainArticle, showContent, until } from './editor.ts';

suite('outline', () => {
  test('names the fields of a file and the rows of its Layout', async () => {
    const { document } = await showContent(mainArticle);
    const symbols = await until('symbols', async () => {
      // VS Code answers with undefined while there is no provider.
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found !== undefined && found.length > 0 ? found : undefined;
    });
    const names = symbols.map((symbol) => symbol.name);
    assert.deepEqual(names.slice(0, 4), ['Title', 'Cover', 'Hat', 'Layout']);
    const layout = symbols[3];
    assert.ok(layout);
    assert.equal(layout.children.length, 16, 'a child for each row');
    assert.ok(
      flat(layout.children).some((symbol) => symbol.detail.includes('Un immense besoin')),
      'a heading by its words',
    );
  });
});

function flat(symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}
