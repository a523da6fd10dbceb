import {
  ErrorCodes,
  LSPErrorCodes,
  type FileOperationRegistrationOptions,
  type RenameFile,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Move, movedTargets } from '../../features/rename/move.ts';
import { renameableAt, renameTo, renaming } from '../../features/rename/rename.ts';
import { findMentions } from '../../site/mentions/find.ts';
import { toRange } from '../convert.ts';
import { describe } from '../guard.ts';
import type { Server } from '../server.ts';
import type { SiteMoves } from '../sites.ts';
import { aboutDocument, type Handler } from './handler.ts';
import { say } from '../../kirby/text/say.ts';

const everything: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: '**/*' } }] };

/** What else has to change when files and folders are renamed or moved in the editor. */
export const fileRenames: Handler = {
  capabilities: { workspace: { fileOperations: { willRename: everything } } },
  register(connection, server) {
    connection.workspace.onWillRenameFiles(async ({ files }, token) => {
      try {
        const sites = server.sites.movesIn(files);
        const isWanted = (): boolean => !token.isCancellationRequested;
        const edits = await Promise.all(sites.map((moves) => editFor(server, moves, isWanted)));
        return merged(edits.filter((edit) => edit !== undefined));
      } catch (error) {
        server.error(`following a rename failed: ${describe(error)}`);
        return null;
      }
    });
  },
};

/** Renaming a page or a file where it is mentioned. */
export const rename: Handler = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register(connection, server) {
    connection.onPrepareRename(
      aboutDocument(
        server,
        'rename',
        (document, context, { position }) => {
          const found = server.abilities.renamedFiles
            ? renameableAt(context, document.offsetAt(position))
            : undefined;
          return found === undefined
            ? null
            : { range: toRange(document, found.span), placeholder: found.name };
        },
        null,
      ),
    );
    connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
      const document = server.documents.get(uri);
      const live = server.sites.liveSiteOf(uri);
      if (document === undefined || live === undefined) return null;
      // Mentions that change while what they mention does not would be worse than nothing.
      if (!server.abilities.renamedFiles) {
        const reason = say`This editor renames no files on request.`;
        throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
      }
      const found = renameableAt(server.contextOf(document), document.offsetAt(position));
      if (found === undefined) return null;
      const move = renameTo(found.target, newName);
      if (typeof move === 'string') throw new ResponseError(ErrorCodes.InvalidParams, move);
      const moves = {
        live,
        moves: [move],
        uriOf: (path: Move['from']) => server.sites.uriOf(uri, path),
      };
      const [itself] = renames(moves, [move]);
      if (itself === undefined) return null;
      // An editor that asks about file operations asks for all the rest when it does this one.
      const rest = server.abilities.willRename ? undefined : await editFor(server, moves);
      return { documentChanges: [...(rest?.documentChanges ?? []), itself] };
    });
  },
};

/**
 * An editor asks before it does more than the author did. It need not ask about each edit: VS Code
 * would then leave all of them unchecked.
 */
const annotation = 'kirby-author-rename';

async function editFor(
  server: Server,
  site: SiteMoves,
  isWanted?: () => boolean,
): Promise<WorkspaceEdit | undefined> {
  const { live } = site;
  const targets = movedTargets(live.site, site.moves);
  const found = targets.length === 0 ? [] : await findMentions(live, targets, isWanted);
  const { moves, edits, refused } = renaming(live.site, site.moves, found);
  for (const path of refused) {
    server.warn(`${path} mentions something that was renamed and could not be changed safely.`);
  }
  if (moves.length + edits.length === 0) return undefined;
  const changes = edits.flatMap(({ path, document, edits: inFile }): TextDocumentEdit[] => {
    const uri = site.uriOf(path);
    if (uri === undefined) return [];
    const open = server.documents.get(uri);
    const text = open ?? TextDocument.create(uri, '', 0, document.text);
    return [
      {
        textDocument: { uri, version: open?.version ?? null },
        edits: inFile.map(({ span, text: newText }) => ({
          range: toRange(text, span),
          newText,
          ...(server.abilities.changeAnnotations ? { annotationId: annotation } : {}),
        })),
      },
    ];
  });
  return { documentChanges: [...changes, ...renames(site, moves)] };
}

function renames({ uriOf }: SiteMoves, moves: readonly Move[]): readonly RenameFile[] {
  return moves.flatMap(({ from, to }): RenameFile[] => {
    const [oldUri, newUri] = [uriOf(from), uriOf(to)];
    if (oldUri === undefined || newUri === undefined) return [];
    return [{ kind: 'rename', oldUri, newUri, options: { ignoreIfExists: true } }];
  });
}

function merged(edits: readonly WorkspaceEdit[]): WorkspaceEdit | null {
  const documentChanges = edits.flatMap((edit) => edit.documentChanges ?? []);
  if (documentChanges.length === 0) return null;
  const label = say`Let mentions and metadata follow the new name`;
  return {
    documentChanges,
    changeAnnotations: { [annotation]: { label, needsConfirmation: false } },
  };
}
