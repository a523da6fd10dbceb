import { MarkupKind } from 'vscode-languageserver';
import { type FileFacts, hover } from '../../features/hover.ts';
import { describeWithFacts } from '../../features/hover/reference.ts';
import type { Place } from '../../features/place.ts';
import { fileType } from '../../site/file-types.ts';
import { pictureSize } from '../../site/image-size.ts';
import { filesToSearch, mentionsIn } from '../../site/mentions/find.ts';
import type { LiveSite } from '../../site/open-site.ts';
import type { MentionTarget } from '../../site/mentions/mentions.ts';
import { toRange } from '../convert.ts';
import { describe } from '../guard.ts';
import { toLink } from '../locations.ts';
import type { UriOf } from '../uris.ts';
import type { Handler } from './handler.ts';

export const hovers: Handler = {
  capabilities: { hoverProvider: true },
  register(connection, server) {
    connection.onHover(async ({ textDocument: { uri }, position }, token) => {
      try {
        const document = server.documents.get(uri);
        if (document === undefined) return null;
        const uriOf: UriOf = (path) => server.sites.uriOf(uri, path);
        const linkTo = (place: Place): string | undefined => toLink(place, uriOf);
        const context = { ...server.contextOf(document), linkTo };
        const found = hover(context, document.offsetAt(position));
        if (found === undefined) return null;
        const { span, about } = found;
        const range = toRange(document, span);
        const live = server.sites.liveSiteOf(uri);
        const isWanted = (): boolean => !token.isCancellationRequested;
        const value =
          about === undefined || live === undefined
            ? found.markdown
            : describeWithFacts(about, await factsOf(live, about, uriOf, isWanted));
        return { contents: { kind: MarkupKind.Markdown, value }, range };
      } catch (error) {
        server.error(`hover failed: ${describe(error)}`);
        return null;
      }
    });
  },
};

/** Counts mentions, and looks into the file where it is one. */
async function factsOf(
  live: LiveSite,
  target: MentionTarget,
  uriOf: UriOf,
  isWanted: () => boolean,
): Promise<FileFacts> {
  const isFile = target.kind === 'file' && target.hasBinary;
  const isPicture = isFile && fileType(target.name) === 'image';
  const [uses, head] = await Promise.all([
    usesOf(live, target, isWanted),
    isFile ? live.head(target.path) : undefined,
  ]);
  const pixels = isPicture && head !== undefined ? pictureSize(head.bytes) : undefined;
  // What has been read to its end and is no picture would be drawn as a broken one. A drawing needs no size.
  const isBroken = pixels === undefined && head !== undefined && head.bytes.length >= head.size;
  const isShown = isPicture && (!isBroken || target.name.toLowerCase().endsWith('.svg'));
  return {
    ...uses,
    picture: isShown ? uriOf(target.path) : undefined,
    pixels,
    bytes: head?.size,
  };
}

/** More are not read merely because somebody's mouse rests on a mention. */
const MOST_READ = 40;

async function usesOf(
  live: LiveSite,
  target: MentionTarget,
  isWanted: () => boolean,
): Promise<Pick<FileFacts, 'places' | 'files'>> {
  if (!live.isSearchable) return { places: undefined, files: undefined };
  const files = filesToSearch(live, [target]);
  if (files.length > MOST_READ) return { places: undefined, files: files.length };
  const found = await mentionsIn(live, files, [target], isWanted);
  return {
    places: found.reduce((sum, { mentions }) => sum + mentions.length, 0),
    files: found.length,
  };
}
