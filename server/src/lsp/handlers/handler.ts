import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { RuleContext } from '../../rules/rule.ts';
import { guarded } from '../guard.ts';
import type { Server } from '../server.ts';

/**
 * One thing the server can be asked: what it announces and what it answers, in one place, so that
 * the two cannot drift apart.
 */
export interface Handler {
  readonly capabilities?: ServerCapabilities;
  register(connection: Connection, server: Server): void;
}

/**
 * A handler for requests about an open document: it gets the document with its site, answers
 * `fallback` for a document that is not open, and never fails.
 */
export function aboutDocument<Parameters extends { textDocument: { uri: string } }, Answer>(
  server: Server,
  name: string,
  answer: (document: TextDocument, context: RuleContext, parameters: Parameters) => Answer,
  fallback: Answer,
): (parameters: Parameters) => Answer {
  return aboutUri(server, name, ({ textDocument }) => textDocument.uri, answer, fallback);
}

/** The same for requests that name the document in a way of their own. */
export function aboutUri<Parameters, Answer>(
  server: Server,
  name: string,
  uriOf: (parameters: Parameters) => string,
  answer: (document: TextDocument, context: RuleContext, parameters: Parameters) => Answer,
  fallback: Answer,
): (parameters: Parameters) => Answer {
  return guarded(
    server,
    name,
    (parameters) => {
      const document = server.documents.get(uriOf(parameters));
      return document === undefined
        ? fallback
        : answer(document, server.contextOf(document), parameters);
    },
    fallback,
  );
}
