import type { CancellationToken, Location, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { blueprintDefinitionAt } from '../../features/blueprint-definition.ts';
import { definitionAt } from '../../features/definition.ts';
import { type FieldUses, fieldUses } from '../../features/field-uses.ts';
import { ownUser, subjectAt } from '../../features/references.ts';
import { pathOf } from '../../features/target.ts';
import { fieldNamed, parseContent } from '../../kirby/content/parse.ts';
import { findMentions } from '../../site/mentions/find.ts';
import type { MentionTarget } from '../../site/mentions/mentions.ts';
import { toRange, top } from '../convert.ts';
import { describe, guarded } from '../guard.ts';
import { toLocations } from '../locations.ts';
import type { Server } from '../server.ts';
import type { Handler } from './handler.ts';

/** Where something leads: asked in content and in blueprints. */
export const definition: Handler = {
  capabilities: { definitionProvider: true },
  register(connection, server) {
    connection.onDefinition(
      guarded(
        server,
        'definition',
        ({ textDocument: { uri }, position }) => {
          const blueprint = server.documents.blueprint(uri);
          const document = blueprint ?? server.documents.get(uri);
          if (document === undefined) return null;
          const offset = document.offsetAt(position);
          const site = server.sites.placeOf(uri)?.site;
          const found =
            blueprint === undefined
              ? definitionAt(server.contextOf(document), offset)
              : site && blueprintDefinitionAt(site, document.getText(), offset);
          return found === undefined
            ? null
            : toLocations(
                document,
                found,
                (path) => server.sites.uriOf(uri, path),
                server.abilities,
              );
        },
        null,
      ),
    );
  },
};

/** Where the content mentions a page, a file or a user, or uses a field of a blueprint. */
export const references: Handler = {
  capabilities: { referencesProvider: true },
  register(connection, server) {
    connection.onReferences(async ({ textDocument: { uri }, position, context }, token) => {
      const { includeDeclaration } = context;
      try {
        return server.documents.get(uri) === undefined
          ? await fieldUsesAt(server, uri, position, includeDeclaration)
          : await mentionsAt(server, uri, position, includeDeclaration, token);
      } catch (error) {
        server.error(`references failed: ${describe(error)}`);
        return null;
      }
    });
  },
};

async function mentionsAt(
  server: Server,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
  token: CancellationToken,
): Promise<Location[] | null> {
  const document = server.documents.get(uri);
  const live = server.sites.liveSiteOf(uri);
  if (document === undefined || live === undefined) return null;
  const context = server.contextOf(document);
  // The site is to speak of the very text that the position is in.
  server.sites.edited(uri, context.document);
  const { site, file } = context;
  const target =
    subjectAt(context, document.offsetAt(position))?.target ??
    (site && file && ownUser(site, file));
  if (target === undefined) return null;
  const isWanted = (): boolean => !token.isCancellationRequested;
  const found = await findMentions(live, [target], isWanted);
  const locations = found.flatMap(({ file, document: { text }, mentions }) => {
    const at = server.sites.uriOf(uri, file.path);
    if (at === undefined) return [];
    const searched = TextDocument.create(at, '', 0, text);
    return mentions.map(({ span }) => ({ uri: at, range: toRange(searched, span) }));
  });
  return includeDeclaration ? [...declarationOf(server, uri, target), ...locations] : locations;
}

/** The file itself, the content of the page, the account. */
function declarationOf(server: Server, uri: string, target: MentionTarget): readonly Location[] {
  const path = pathOf(target);
  const at = path && server.sites.uriOf(uri, path);
  return at === undefined ? [] : [{ uri: at, range: top }];
}

async function fieldUsesAt(
  server: Server,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
): Promise<Location[] | null> {
  const document = server.documents.blueprint(uri);
  const place = server.sites.placeOf(uri);
  if (document === undefined || place === undefined) return null;
  const text = document.getText();
  // The site is to speak of the very text that the position is in.
  server.sites.editedBlueprint(uri, text);
  const uses = fieldUses(place.site, place.path, text, document.offsetAt(position));
  if (uses === undefined) return null;
  const own = { uri, range: toRange(document, uses.span) };
  const found = await locate(server, uri, uses);
  return includeDeclaration ? [own, ...found] : [...found];
}

/** Of more files than this only is told that they use a field. */
const MOST_READ = 1000;

/** The lines of a field in the content files that have it: as they are open, or else on the disk. */
async function locate(
  server: Server,
  blueprint: string,
  { paths, name }: FieldUses,
): Promise<readonly Location[]> {
  const files = paths.flatMap((path) => {
    const uri = server.sites.uriOf(blueprint, path);
    return uri === undefined ? [] : [{ path, uri, document: server.documents.get(uri) }];
  });
  const closed = files.filter(({ document }) => document === undefined).slice(0, MOST_READ);
  const closedPaths = closed.map(({ path }) => path);
  const texts = await server.sites.texts(blueprint, closedPaths);
  const textOf = new Map(closedPaths.map((path, index) => [path, texts[index] ?? '']));
  return files.map(({ path, uri, document }) => {
    const text = document ?? TextDocument.create(uri, '', 0, textOf.get(path) ?? '');
    const content = document && server.documents.content(document);
    const field = fieldNamed(content ?? parseContent(text.getText()), name);
    return { uri, range: field === undefined ? top : toRange(text, field.nameSpan) };
  });
}
