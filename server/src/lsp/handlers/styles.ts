import type { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { convertStyle, type StyleConversion } from '../../features/convert-style.ts';
import { parseContent } from '../../kirby/content/parse.ts';
import {
  convertStyle as convertStyleRequest,
  type ConvertStyleParams,
  type ConvertStyleResult,
} from '../../protocol/index.ts';
import type { SitePath } from '../../site/site-path.ts';
import { toTextEdit } from '../convert.ts';
import { describe } from '../guard.ts';
import type { Server } from '../server.ts';
import type { Handler } from './handler.ts';

/** How many files are in memory at once. */
const PORTION = 100;

/** JSON is spelled another way, in a field, a file or everywhere. */
export const styles: Handler = {
  register(connection, server) {
    connection.onRequest(
      convertStyleRequest,
      async (
        question: ConvertStyleParams,
        token: CancellationToken,
      ): Promise<ConvertStyleResult | null> => {
        try {
          if (question.scope === 'site') return await inSite(server, question, token);
          const document = server.documents.get(question.uri);
          return document === undefined ? null : inDocument(server, document, question);
        } catch (error) {
          server.error(`spelling JSON another way failed: ${describe(error)}`);
          return null;
        }
      },
    );
  },
};

function inDocument(
  server: Server,
  document: TextDocument,
  { scope, spelling, position }: ConvertStyleParams,
): ConvertStyleResult {
  const offset = scope === 'field' && position ? document.offsetAt(position) : undefined;
  return together([
    { document, isOpen: true, ...convertStyle(server.contextOf(document), spelling, offset) },
  ]);
}

async function inSite(
  server: Server,
  { uri, spelling }: ConvertStyleParams,
  token: CancellationToken,
): Promise<ConvertStyleResult | null> {
  const live = server.sites.liveSiteOf(uri);
  if (live === undefined) return null;
  await live.ready;
  const { site } = live;
  const paths = [...site.contentFiles()].sort();
  const converted: Converted[] = [];
  for (let start = 0; start < paths.length; start += PORTION) {
    if (token.isCancellationRequested) return null;
    const portion = paths.slice(start, start + PORTION);
    const texts = await live.texts(portion);
    portion.forEach((path: SitePath, index) => {
      const at = server.sites.uriOf(uri, path);
      const text = texts[index];
      // A file that is not UTF-8 must not be written.
      if (at === undefined || text === undefined || text.includes('\uFFFD')) return;
      const open = server.documents.get(at);
      // An editor counts columns without a byte order mark.
      const document = open ?? TextDocument.create(at, 'kirby-txt', 0, text.replace(/^\uFEFF/, ''));
      const context = {
        document: parseContent(document.getText()),
        site,
        file: site.contentFile(path),
      };
      const found = convertStyle(context, spelling);
      if (found.edits.length + found.refused.length === 0) return;
      converted.push({ document, isOpen: open !== undefined, ...found });
    });
  }
  return together(converted);
}

interface Converted extends StyleConversion {
  readonly document: TextDocument;
  readonly isOpen: boolean;
}

function together(converted: readonly Converted[]): ConvertStyleResult {
  return {
    files: converted.flatMap(({ document, isOpen, edits }) =>
      edits.length === 0
        ? []
        : [
            {
              uri: document.uri,
              ...(isOpen ? { version: document.version } : {}),
              edits: edits.map((edit) => toTextEdit(document, edit)),
            },
          ],
    ),
    refused: converted.reduce((sum, { refused }) => sum + refused.length, 0),
  };
}
