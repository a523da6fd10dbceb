import {
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type FileOperationRegistrationOptions,
  MessageType,
  type RenameFile,
  type RenameFileOptions,
  ResponseError,
  ShowMessageNotification,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  companions,
  hiddenTargets,
  type Move,
  movedTargets,
  unsavedCompanions,
} from '../../features/rename/move.ts';
import { renameableAt, renameTo, renaming } from '../../features/rename/rename.ts';
import { findMentions } from '../../site/mentions/find.ts';
import { toRange } from '../convert.ts';
import { describe } from '../guard.ts';
import type { Server } from '../server.ts';
import type { SiteMoves } from '../sites.ts';
import { lossesOf } from './deleting.ts';
import { aboutDocument, type Handler } from './handler.ts';
import { nameOfTarget } from './uses.ts';
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
        const edits = await Promise.all(
          sites.map((moves) => editFor(connection, server, moves, isWanted)),
        );
        const gone = await lossesOf(server, server.sites.leaving(files), isWanted);
        const places = gone.files.reduce((sum, file) => sum + file.places.length, 0);
        if (places > 0) warn(connection, lossOf(gone.names, places));
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
      // Whether a name is taken is known when all has been read.
      await live.ready;
      const found = renameableAt(server.contextOf(document), document.offsetAt(position));
      if (found === undefined) return null;
      const move = renameTo(live.site, found.target, newName);
      if (typeof move === 'string') throw new ResponseError(ErrorCodes.InvalidParams, move);
      if (move.from === move.to) return null;
      const moves = {
        live,
        moves: [move],
        uriOf: (path: Move['from']) => server.sites.uriOf(uri, path),
      };
      const [itself] = renames(moves, [move], {});
      if (itself === undefined) return null;
      // An editor that asks about file operations asks for all the rest when it does this one.
      const rest = server.abilities.willRename
        ? undefined
        : await editFor(connection, server, moves);
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
  connection: Connection,
  server: Server,
  site: SiteMoves,
  isWanted?: () => boolean,
): Promise<WorkspaceEdit | undefined> {
  const { live } = site;
  if (site.uriAfter !== undefined) return metadataAlong(site);
  const targets = [...movedTargets(live.site, site.moves), ...hiddenTargets(live.site, site.moves)];
  const found = targets.length === 0 ? [] : await findMentions(live, targets, isWanted);
  const { moves, edits, refused, lost } = renaming(live.site, site.moves, found);
  const unsaved = await unsavedMoves(site);
  const warnings = [
    ...(refused.length > 0 ? [refusal(refused)] : []),
    ...(lost.length > 0
      ? [
          lossOf(
            lost.map(({ target }) => nameOfTarget(target)),
            lost.length,
          ),
        ]
      : []),
  ];
  for (const message of warnings) warn(connection, message);
  if (moves.length + unsaved.length + edits.length === 0) return undefined;
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
  return { documentChanges: [...changes, ...renames(site, [...moves, ...unsaved])] };
}

/** To another site nothing goes along but metadata: what mentions the file there is not known here. */
function metadataAlong(site: SiteMoves): WorkspaceEdit {
  return { documentChanges: [...renames(site, companions(site.live.site, site.moves))] };
}

function warn(connection: Connection, message: string): void {
  const type = MessageType.Warning;
  void connection.sendNotification(ShowMessageNotification.type, { type, message });
}

/** The Panel's unsaved changes that go along. */
async function unsavedMoves({ live, moves }: SiteMoves): Promise<readonly Move[]> {
  const possible = unsavedCompanions(live.site, moves);
  const texts = await live.texts(possible.map(({ from }) => from));
  return possible.filter((_, index) => texts[index] !== undefined);
}

/** Somebody has to look at files in which mentions lead nowhere from now on. */
function refusal(paths: readonly Move['from'][]): string {
  const [first = ''] = paths;
  return paths.length === 1
    ? say`After this, a name in "${first}" leads nowhere or to another file, and cannot be changed safely. Look at it yourself.`
    : say`After this, names in ${paths.length} files lead nowhere or to other files, and cannot be changed safely. Look at them yourself: ${paths.join(', ')}`;
}

/**
 * What moves out of the content is lost to it, as if it were deleted.
 *
 * @param places how many places mention it
 */
function lossOf(mentioned: readonly string[], places: number): string {
  const names = [...new Set(mentioned)];
  const shown = [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ['…'] : [])];
  return places === 1
    ? say`The content still mentions ${shown.join(', ')} in one place. Kirby finds nothing there.`
    : say`The content still mentions ${shown.join(', ')} in ${places} places. Kirby finds nothing there.`;
}

/** More names than these are not read in a notification. */
const MOST_NAMES = 3;

/** @param options of metadata that goes along: where some stands already, that one stays */
function renames(
  { uriOf, uriAfter = uriOf }: SiteMoves,
  moves: readonly Move[],
  options: RenameFileOptions = { ignoreIfExists: true },
): readonly RenameFile[] {
  return moves.flatMap(({ from, to }): RenameFile[] => {
    const [oldUri, newUri] = [uriOf(from), uriAfter(to)];
    if (oldUri === undefined || newUri === undefined) return [];
    // On many a disk a name in another letter case is that of the file itself.
    const isSame = oldUri.toLowerCase() === newUri.toLowerCase();
    return [{ kind: 'rename', oldUri, newUri, options: isSame ? {} : options }];
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
