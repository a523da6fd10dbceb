import { type CancellationToken, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import { filesByTitle, type FoundPlace, foundPlaces } from '../../features/content-search.ts';
import { pageName, pagesMatching, symbolName } from '../../features/workspace-symbols.ts';
import {
  search,
  type SearchHit,
  type SearchParams,
  type SearchResult,
} from '../../protocol/index.ts';
import type { SearchQuestion } from '../../site/search/site-search.ts';
import { top, toRangeOf } from '../convert.ts';
import { describe } from '../guard.ts';
import type { Server } from '../server.ts';
import type { SiteWithUris } from '../sites.ts';
import { sitePath } from '../../site/site-path.ts';
import { folderNames } from '../uris.ts';
import type { Handler } from './handler.ts';

/** How much is searched for a list that is made anew with every key. */
const symbols: Omit<SearchQuestion, 'query'> = { most: 30, mostInFile: 3, mostRead: 60 };
/** How much is searched when an author wants to find something. */
const thorough: Omit<SearchQuestion, 'query'> = { most: 200, mostInFile: 5 };

/** Pages by their titles, and what stands in their texts. */
export const workspaceSymbol: Handler = {
  capabilities: { workspaceSymbolProvider: true },
  register(connection, server) {
    connection.onWorkspaceSymbol(async ({ query }, token) => {
      try {
        await server.begun;
        const found = await Promise.all(
          server.sites.all().map(async (site) => {
            // A list that lacks pages would only say that they are not there. From afar it takes long.
            if (!site.isFar) await site.live.ready;
            await server.pages.of(site.site);
            readOpenDocuments(server);
            return symbolsIn(site, query, token);
          }),
        );
        return found.flat();
      } catch (error) {
        server.error(`workspace symbols failed: ${describe(error)}`);
        return [];
      }
    });
  },
};

/** The list of the command that searches the content. */
export const contentSearch: Handler = {
  register(connection, server) {
    connection.onRequest(
      search,
      async (params: SearchParams, token: CancellationToken): Promise<SearchResult> => {
        try {
          return await searchAll(server, params, token);
        } catch (error) {
          server.error(`search failed: ${describe(error)}`);
          return { hits: [], isComplete: true, isLimited: false };
        }
      },
    );
  },
};

/** The sites are to speak of what the editor shows at this moment. */
function readOpenDocuments({ documents, sites }: Server): void {
  for (const document of documents.all()) sites.edited(document.uri, documents.content(document));
}

async function symbolsIn(
  { site, live, uriOf }: SiteWithUris,
  query: string,
  token: CancellationToken,
): Promise<WorkspaceSymbol[]> {
  const pages = pagesMatching(site, query).map((page): WorkspaceSymbol => ({
    name: pageName(page, query),
    containerName: page.id,
    kind: SymbolKind.File,
    location: { uri: uriOf(page.contentPath ?? page.folder), range: top },
  }));
  const isCancelled = (): boolean => token.isCancellationRequested;
  const { files } = await live.search({ ...symbols, query, isCancelled });
  const texts = foundPlaces(site, files).filter(({ hit }) => hit.kind !== 'title');
  return pages.concat(
    texts.map(({ hit, title, path }) => ({
      name: symbolName(hit, query),
      containerName: title,
      kind: hit.kind === 'heading' ? SymbolKind.Namespace : SymbolKind.String,
      location: { uri: uriOf(path), range: toRangeOf(hit.lines, hit.span) },
    })),
  );
}

async function searchAll(
  server: Server,
  { query, whenComplete }: SearchParams,
  token: CancellationToken,
): Promise<SearchResult> {
  if (whenComplete === true) {
    await server.begun;
    await Promise.all(server.sites.all().map(({ live }) => live.searchable()));
  }
  const { hasBegun } = server;
  const sites = server.sites.all();
  readOpenDocuments(server);
  const names = folderNames(sites.map(({ uriOf }) => uriOf(sitePath(''))));
  const nameOf = (at: number): Pick<SearchHit, 'site'> =>
    names.length > 1 ? { site: names[at] ?? '' } : {};
  const isCancelled = (): boolean => token.isCancellationRequested;
  const answers = await Promise.all(
    sites.map(async ({ site, live, uriOf }, at) => {
      const first = filesByTitle(site, query);
      const answer = await live.search({ ...thorough, query, first, isCancelled });
      const hits = foundPlaces(site, answer.files).map((place) => ({
        ...toHit(place, uriOf(place.path)),
        ...nameOf(at),
      }));
      return { ...answer, hits };
    }),
  );
  const hits = answers.flatMap((answer) => answer.hits);
  const isDraft = ({ status }: SearchHit): boolean => status === 'draft';
  return {
    // The drafts of one site are not to stand before the pages of the next.
    hits: [...hits.filter((hit) => !isDraft(hit)), ...hits.filter(isDraft)],
    isComplete: hasBegun && answers.every(({ isComplete }) => isComplete),
    isLimited: answers.some(({ isLimited }) => isLimited),
  };
}

function toHit({ hit, title, place, status, language }: FoundPlace, uri: string): SearchHit {
  return {
    uri,
    range: toRangeOf(hit.lines, hit.span),
    title,
    place,
    excerpt: hit.excerpt,
    status,
    ...(language === undefined ? {} : { language }),
  };
}
