import type { TextDocument } from 'vscode-languageserver-textdocument';
import { copyStructure } from '../../features/layout-edit/copy.ts';
import { editStructure } from '../../features/layout-edit/edit-structure.ts';
import {
  type RowSetting,
  rowSettings as rowSettingsOf,
} from '../../features/layout-edit/row-settings.ts';
import {
  type StructurePart as Part,
  type StructureTree,
  structureTrees,
} from '../../features/layout-edit/structure-tree.ts';
import {
  rowSettings,
  type RowSettingsParams,
  type RowSettingsResult,
  structure as structureRequest,
  structureCopy,
  type StructureCopyParams,
  type StructureCopyResult,
  structureEdit,
  type StructureEditParams,
  type StructureEditResult,
  type StructureField,
  type StructureParams,
  type StructurePart,
  type StructureResult,
} from '../../protocol/index.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { toRange, toTextEdit } from '../convert.ts';
import type { Server } from '../server.ts';
import { aboutUri, type Handler } from './handler.ts';
import { say } from '../../kirby/text/say.ts';

/** The rows and blocks of a document, and what an author does with them. */
export const structures: Handler = {
  register(connection, server) {
    const uriOf = ({ uri }: { readonly uri: string }): string => uri;
    connection.onRequest(
      structureRequest,
      aboutUri(
        server,
        'structure',
        (question: StructureParams) => uriOf(question),
        (document, context): StructureResult | null => ({
          version: document.version,
          fields: structureTrees(context).map((tree) => toField(document, tree)),
        }),
        null,
      ),
    );
    connection.onRequest(
      structureEdit,
      aboutUri(
        server,
        'operation on rows or blocks',
        (question: StructureEditParams) => uriOf(question),
        (document, context, question): StructureEditResult | null =>
          edited(server, document, context, question),
        null,
      ),
    );
    connection.onRequest(
      rowSettings,
      aboutUri<RowSettingsParams, RowSettingsResult | null>(
        server,
        'settings of a row',
        ({ uri }) => uri,
        (document, context, { version, item }) =>
          version === document.version
            ? { settings: rowSettingsOf(context, item).map(toSetting) }
            : null,
        null,
      ),
    );
    connection.onRequest(
      structureCopy,
      aboutUri(
        server,
        'copy of rows or blocks',
        (question: StructureCopyParams) => uriOf(question),
        (document, context, { version, items }): StructureCopyResult | null => {
          const text = version === document.version ? copyStructure(context, items) : undefined;
          return text === undefined ? null : { text };
        },
        null,
      ),
    );
  },
};

function edited(
  server: Server,
  document: TextDocument,
  context: RuleContext,
  { version, operation }: StructureEditParams,
): StructureEditResult {
  const refused = (refusal: string): StructureEditResult => ({
    version: document.version,
    edits: [],
    selected: [],
    refusal,
  });
  if (version !== document.version) return refused(say`The text has changed meanwhile.`);
  const found = editStructure(
    { ...context, newId: () => server.randomId() },
    operation.kind === 'split'
      ? { kind: 'split', offset: document.offsetAt(operation.position) }
      : operation,
  );
  if (!found.ok) return refused(found.reason);
  const { edits, selected, note } = found;
  return {
    version,
    edits: edits.map((edit) => toTextEdit(document, edit)),
    selected,
    ...(note === undefined ? {} : { note }),
  };
}

function toSetting({ help, choices, ...rest }: RowSetting): RowSettingsResult['settings'][number] {
  return {
    ...rest,
    ...(help === undefined ? {} : { help }),
    choices: choices.map(({ value, detail }) => ({
      value,
      ...(detail === undefined ? {} : { detail }),
    })),
  };
}

function toField(
  document: TextDocument,
  { field, label, isReadable, parts }: StructureTree,
): StructureField {
  const { index, holds, types, patterns } = field;
  return {
    index,
    label,
    holds,
    isReadable,
    range: toRange(document, field.field.span),
    nameRange: toRange(document, field.field.nameSpan),
    types: namesOf(types),
    patterns,
    parts: parts.map((part) => toPart(document, part)),
  };
}

function namesOf(types: StructureTree['field']['types']): StructureField['types'] {
  return [...types].map(([type, fieldset]) => {
    const name = fieldset?.name ?? '';
    return { type, name: name === '' ? type : name };
  });
}

function toPart(
  document: TextDocument,
  { id, type, types, span, parts, ...rest }: Part,
): StructurePart {
  return {
    ...rest,
    ...(types === undefined ? {} : { types: namesOf(types) }),
    ...(id === undefined ? {} : { id }),
    ...(type === undefined ? {} : { type }),
    range: toRange(document, span),
    parts: parts.map((part) => toPart(document, part)),
  };
}
