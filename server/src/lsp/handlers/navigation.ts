import type { Location } from 'vscode-languageserver';
import { blueprintDefinitionAt } from '../../features/blueprint-definition.ts';
import { definitionAt } from '../../features/definition.ts';
import { fieldUses } from '../../features/field-uses.ts';
import { fieldNamed } from '../../kirby/content/parse.ts';
import { toRange } from '../convert.ts';
import { guarded } from '../guard.ts';
import { toLocations, top } from '../locations.ts';
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

/** Where the content uses a field of a blueprint. */
export const references: Handler = {
  capabilities: { referencesProvider: true },
  register(connection, server) {
    connection.onReferences(
      guarded(
        server,
        'references',
        ({ textDocument: { uri }, position, context: { includeDeclaration } }) => {
          const document = server.documents.blueprint(uri);
          const place = server.sites.placeOf(uri);
          if (document === undefined || place === undefined) return null;
          const text = document.getText();
          // The site is to speak of the very text that the position is in.
          server.sites.editedBlueprint(uri, text);
          const uses = fieldUses(place.site, place.path, text, document.offsetAt(position));
          if (uses === undefined) return null;
          const own = { uri, range: toRange(document, uses.span) };
          const found = uses.paths.flatMap((path) => {
            const content = server.sites.uriOf(uri, path);
            return content === undefined ? [] : [useIn(server, content, uses.name)];
          });
          return includeDeclaration ? [own, ...found] : found;
        },
        null,
      ),
    );
  },
};

/** The field in an open file; of the others only is known that they have it. */
function useIn(server: Server, uri: string, name: string): Location {
  const document = server.documents.get(uri);
  if (document === undefined) return { uri, range: top };
  const field = fieldNamed(server.documents.content(document), name);
  return { uri, range: field === undefined ? top : toRange(document, field.nameSpan) };
}
