import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  fieldNameAt,
  insertMissing,
  languageFiles,
  missingFields,
  valuePlace,
} from '../../features/translations.ts';
import {
  fieldPlace,
  type FieldPlaceParams,
  type FieldPlaceResult,
  insertMissing as insertMissingRequest,
  type InsertMissingParams,
  type InsertMissingResult,
  translations,
  type TranslationsParams,
  type TranslationsResult,
} from '../../protocol/index.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { toRange, toTextEdit } from '../convert.ts';
import { guarded } from '../guard.ts';
import type { Server } from '../server.ts';
import { aboutUri, type Handler } from './handler.ts';

/** From a content file to the same content in other languages. */
export const translation: Handler = {
  register(connection, server) {
    connection.onRequest(
      translations,
      aboutUri(
        server,
        'translations',
        ({ uri }: TranslationsParams) => uri,
        (document, context, { position }): TranslationsResult | null =>
          answer(server, document, context, position),
        null,
      ),
    );
  },
};

/** Where to put the cursor in another language. */
export const place: Handler = {
  register(connection, server) {
    connection.onRequest(
      fieldPlace,
      guarded(
        server,
        'place of a field',
        ({ text, field }: FieldPlaceParams): FieldPlaceResult | null => {
          const span = valuePlace(text, field);
          if (span === undefined) return null;
          return { range: toRange(TextDocument.create('', '', 0, text), span) };
        },
        null,
      ),
    );
  },
};

/** A field that a translation lacks. */
export const insertion: Handler = {
  register(connection, server) {
    connection.onRequest(
      insertMissingRequest,
      aboutUri(
        server,
        'insertion of a field',
        ({ uri }: InsertMissingParams) => uri,
        (document, context, { field, source }): InsertMissingResult | null => {
          const edits = insertMissing(context, field, source);
          if (edits === undefined) return null;
          return {
            version: document.version,
            edits: edits.map((edit) => toTextEdit(document, edit)),
          };
        },
        null,
      ),
    );
  },
};

function answer(
  server: Server,
  document: TextDocument,
  context: RuleContext,
  position: TranslationsParams['position'],
): TranslationsResult | null {
  const files = languageFiles(context).flatMap(({ language, path, exists, ...file }) => {
    const uri = file.isCurrent ? document.uri : server.sites.uriOf(document.uri, path);
    if (uri === undefined) return [];
    const { code, name } = language;
    return [{ code, name, uri, ...file, ...(exists === undefined ? {} : { exists }) }];
  });
  if (files.length === 0) return null;
  const field = position && fieldNameAt(context.document, document.offsetAt(position));
  const missing = missingFields(context);
  return {
    files,
    ...(field === undefined ? {} : { field }),
    ...(missing === undefined ? {} : { missing }),
  };
}
