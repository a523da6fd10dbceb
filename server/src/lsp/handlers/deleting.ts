import type { DeleteFile, FileOperationRegistrationOptions } from 'vscode-languageserver';
import { fileAt } from '../../features/rename/move.ts';
import { guarded } from '../guard.ts';
import type { Handler } from './handler.ts';
import { say } from '../../kirby/text/say.ts';

const everything: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: '**/*' } }] };

const annotation = 'kirby-author-delete';

/**
 * The metadata of files that are deleted in the editor goes with them; the editor asks first: metadata without
 * its file may give the page another template.
 */
export const fileDeletions: Handler = {
  capabilities: { workspace: { fileOperations: { willDelete: everything } } },
  register(connection, server) {
    connection.workspace.onWillDeleteFiles(
      guarded(
        server,
        'following a deletion',
        ({ files }) => {
          const deleted = new Set(files.map(({ uri }) => uri));
          const gone = files.flatMap(({ uri }): DeleteFile[] => {
            const place = server.sites.placeOf(uri);
            const file = place && fileAt(place.site, place.path);
            if (place === undefined || file === undefined) return [];
            return place.site.metadataOf(file).flatMap((path): DeleteFile[] => {
              const at = server.sites.uriOf(uri, path);
              if (at === undefined || deleted.has(at)) return [];
              const options = { ignoreIfNotExists: true };
              return [{ kind: 'delete', uri: at, options, annotationId: annotation }];
            });
          });
          if (gone.length === 0) return null;
          const label = say`Delete the metadata, too`;
          return {
            documentChanges: gone,
            changeAnnotations: { [annotation]: { label, needsConfirmation: false } },
          };
        },
        null,
      ),
    );
  },
};
