import { SemanticTokensBuilder } from 'vscode-languageserver';
import { complete } from '../../features/completion/index.ts';
import { semanticTokens, semanticTokenTypes } from '../../features/semantic-tokens.ts';
import { documentSymbols } from '../../features/symbols.ts';
import { toCompletionList, withDocumentation } from '../completions.ts';
import { toSymbol } from '../symbols.ts';
import type { SitePath } from '../../site/site-path.ts';
import { aboutDocument, type Handler } from './handler.ts';

export const completion: Handler = {
  capabilities: {
    completionProvider: {
      triggerCharacters: ['"', ':', '/', '{', '[', ',', '-', '(', ' '],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  },
  register(connection, server) {
    // The list that an author chooses from is the last one.
    let uriOf: (path: SitePath) => string | undefined = () => undefined;
    connection.onCompletion(
      aboutDocument(
        server,
        'completion',
        (document, context, { position }) => {
          uriOf = (path) => server.sites.uriOf(document.uri, path);
          const request = { ...context, now: server.now(), newId: () => server.randomId() };
          return toCompletionList(document, complete(request, document.offsetAt(position)), {
            ...server.abilities,
            uriOf,
          });
        },
        null,
      ),
    );
    connection.onCompletionResolve((item) => withDocumentation(item, uriOf));
  },
};

export const documentSymbol: Handler = {
  capabilities: { documentSymbolProvider: true },
  register(connection, server) {
    connection.onDocumentSymbol(
      aboutDocument(
        server,
        'document symbols',
        (document, context) => documentSymbols(context).map((item) => toSymbol(document, item)),
        [],
      ),
    );
  },
};

export const semanticToken: Handler = {
  capabilities: {
    semanticTokensProvider: {
      full: true,
      legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [] },
    },
  },
  register(connection, server) {
    connection.languages.semanticTokens.on(
      aboutDocument(
        server,
        'semantic tokens',
        (document, context) => {
          const builder = new SemanticTokensBuilder();
          for (const { start, length, type } of semanticTokens(context.document)) {
            const { line, character } = document.positionAt(start);
            builder.push(line, character, length, semanticTokenTypes.indexOf(type), 0);
          }
          // Without its result id, which is for differences only.
          return { data: builder.build().data };
        },
        { data: [] },
      ),
    );
  },
};
