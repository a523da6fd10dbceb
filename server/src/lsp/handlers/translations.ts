import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  fieldNameAt,
  insertMissing,
  languageFiles,
  missingFields,
  valuePlace,
} from '../../features/translations.ts';
import type { ContentDocument } from '../../kirby/content/document.ts';
import { parseContent } from '../../kirby/content/parse.ts';
import {
  fieldPlace,
  type FieldPlaceParams,
  type FieldPlaceResult,
  insertMissing as insertMissingRequest,
  type InsertMissingParams,
  type InsertMissingResult,
  type Position,
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
      guarded(
        server,
        'translations',
        (question: TranslationsParams): TranslationsResult | null => answer(server, question),
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

/** Of a document that is not open its place is known, and not what it holds. */
function answer(server: Server, { uri, position }: TranslationsParams): TranslationsResult | null {
  const document = server.documents.get(uri);
  const context = document === undefined ? placeOnly(server, uri) : server.contextOf(document);
  const files = languageFiles(context).flatMap(({ language, path, exists, ...file }) => {
    const at = file.isCurrent ? uri : server.sites.uriOf(uri, path);
    if (at === undefined) return [];
    const { code, name } = language;
    return [{ code, name, uri: at, ...file, ...(exists === undefined ? {} : { exists }) }];
  });
  if (files.length === 0) return null;
  const field = position === undefined ? undefined : fieldAt(document, context.document, position);
  const missing = document === undefined ? undefined : missingFields(context);
  return {
    files,
    ...(field === undefined ? {} : { field }),
    ...(missing === undefined ? {} : { missing }),
  };
}

function fieldAt(
  document: TextDocument | undefined,
  content: ContentDocument,
  position: Position,
): string | undefined {
  return document === undefined ? undefined : fieldNameAt(content, document.offsetAt(position));
}

function placeOnly(server: Server, uri: string): RuleContext {
  const place = server.sites.placeOf(uri);
  return {
    document: parseContent(''),
    site: place?.site,
    file: place?.site.contentFile(place.path),
  };
}
