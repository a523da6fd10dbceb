import type { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { subjectAt, targetOfPath } from '../../features/references.ts';
import { contentTitle, usePlace } from '../../features/where-used.ts';
import {
  unusedFiles as unusedFilesRequest,
  type UnusedFilesOwner,
  type UnusedFilesResult,
  type UsingFile,
  whereUsed as whereUsedRequest,
  type WhereUsedParams,
  type WhereUsedResult,
} from '../../protocol/index.ts';
import { type FileMentions, findMentions } from '../../site/mentions/find.ts';
import { keysOutside, unusedFiles } from '../../site/mentions/unused.ts';
import type { MentionTarget } from '../../site/mentions/mentions.ts';
import type { Site } from '../../site/site.ts';
import { toRange } from '../convert.ts';
import { describe } from '../guard.ts';
import type { Server } from '../server.ts';
import type { Handler } from './handler.ts';
import { say } from '../../kirby/text/say.ts';

/** Where a page, a file or a user is mentioned, with what a list has to show. */
export const whereUsed: Handler = {
  register(connection, server) {
    connection.onRequest(
      whereUsedRequest,
      async (question: WhereUsedParams, token: CancellationToken) => {
        try {
          return await usesOf(server, question, () => !token.isCancellationRequested);
        } catch (error) {
          server.error(`where something is used was not found: ${describe(error)}`);
          return null;
        }
      },
    );
  },
};

/** The files that no content mentions. */
export const unused: Handler = {
  register(connection, server) {
    connection.onRequest(unusedFilesRequest, async (_: unknown, token: CancellationToken) => {
      try {
        return await allUnused(server, () => !token.isCancellationRequested);
      } catch (error) {
        server.error(`unused files were not found: ${describe(error)}`);
        return null;
      }
    });
  },
};

async function usesOf(
  server: Server,
  question: WhereUsedParams,
  isWanted: () => boolean,
): Promise<WhereUsedResult | null> {
  const { uri } = question;
  const live = server.sites.liveSiteOf(uri);
  const target = targetOf(server, question);
  if (live === undefined || target === undefined) return null;
  const { site } = live;
  const found = await findMentions(live, [target], isWanted);
  return {
    kind: target.kind,
    name: nameOfTarget(target),
    isLoading: site.state === 'loading',
    files: found.flatMap((inFile) =>
      usingFile(site, inFile, server.sites.uriOf(uri, inFile.file.path)),
    ),
  };
}

/** A content file with its mentions, as a list shows it. */
export function usingFile(
  site: Site,
  { file, document, mentions }: FileMentions,
  uri: string | undefined,
): readonly UsingFile[] {
  if (uri === undefined) return [];
  const text = TextDocument.create(uri, '', 0, document.text);
  const places = mentions.map((mention) => {
    const { span, field, excerpt } = usePlace(site, file, document, mention);
    return { range: toRange(text, span), field, excerpt };
  });
  const { model, path } = file;
  const isDraft = model.kind === 'page' && model.page.status === 'draft';
  return [{ uri, title: contentTitle(site, model), path, isDraft, places }];
}

export function nameOfTarget(target: MentionTarget): string {
  switch (target.kind) {
    case 'page':
      return target.title ?? target.slug;
    case 'file':
      return target.name;
    case 'user':
      return target.name ?? target.email ?? target.id;
  }
}

function targetOf(server: Server, { uri, position }: WhereUsedParams): MentionTarget | undefined {
  const document = server.documents.get(uri);
  if (document !== undefined && position !== undefined) {
    const subject = subjectAt(server.contextOf(document), document.offsetAt(position));
    if (subject !== undefined) return subject.target;
  }
  const place = server.sites.placeOf(uri);
  return place && targetOfPath(place.site, place.path);
}

async function allUnused(server: Server, isWanted: () => boolean): Promise<UnusedFilesResult> {
  const owners: UnusedFilesOwner[] = [];
  let isLoading = false;
  let steps = 0;
  for (const { live, site, uriOf } of server.sites.all()) {
    await live.searchable();
    isLoading ||= site.state === 'loading';
    for (const found of unusedFiles(live, await keysOutside(live))) {
      // Others are to get their answers meanwhile.
      if (++steps % PAUSE === 0) await server.pause();
      if (!isWanted()) return { isLoading, owners };
      if (found === undefined) continue;
      const { owner, files } = found;
      owners.push({
        title: owner.title ?? (owner.kind === 'page' ? owner.slug : say`Site`),
        path: owner.folder,
        files: files.map((file) => ({
          uri: uriOf(file.path),
          name: file.name,
          metadata: site.metadataOf(file).map(uriOf),
        })),
      });
    }
  }
  return { isLoading, owners };
}

/** After how many pages others get their turn. */
const PAUSE = 500;
