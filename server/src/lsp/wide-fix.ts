import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixesAt, type OfferedFix } from '../features/fixes.ts';
import type { Span } from '../kirby/text/span.ts';
import type { WideFix } from '../rules/rule.ts';
import type { Site } from '../site/site.ts';
import type { SitePath } from '../site/site-path.ts';
import { toTextEdit } from './convert.ts';
import type { Server } from './server.ts';

/**
 * What a code action of a wide fix carries in place of its edits. The fix is found again by it, for
 * the document as it is by then.
 */
interface FixAddress {
  readonly uri: string;
  readonly span: Span;
  readonly code: string;
  readonly title: string;
}

export function addressOf({ uri }: TextDocument, { finding, fix }: OfferedFix): FixAddress {
  const { problem, rule } = finding;
  return { uri, span: problem.span, code: rule.code, title: fix.title };
}

/**
 * Adds the edits to a code action that has none yet. It stays as it is where the fix is not there any
 * more, or a file that it needs cannot be read as the site knows it.
 */
export async function resolveFix(server: Server, action: CodeAction): Promise<CodeAction> {
  const address = readAddress(action.data);
  const document = address && server.documents.get(address.uri);
  if (address === undefined || document === undefined) return action;
  const { uri, span, code, title } = address;
  const offered = fixesAt(server.contextOf(document), span, server.severitiesFor(document.uri));
  const found = offered.find(
    ({ fix, finding }) => fix.title === title && finding.rule.code === code,
  );
  const edit = found?.fix.wide && (await editOf(server, uri, found.fix.wide));
  if (edit === undefined) {
    server.error(`"${title}" is not possible: a file is not as it was.`);
    return action;
  }
  return { ...action, edit };
}

async function editOf(
  server: Server,
  uri: string,
  { paths, editsIn }: WideFix,
): Promise<WorkspaceEdit | undefined> {
  const files = await filesAt(server, uri, paths);
  const edits = editsIn(textsOf(files));
  if (edits === undefined) return undefined;
  const changed = [...edits].flatMap(([path, changes]) => {
    const file = files.get(path);
    if (file === undefined) return [];
    const { text, version } = file;
    const textDocument = { uri: text.uri, version };
    return [{ textDocument, edits: changes.map((change) => toTextEdit(text, change)) }];
  });
  if (server.abilities.versionedEdits) return { documentChanges: changed };
  return {
    changes: Object.fromEntries(
      changed.map(({ textDocument, edits: all }) => [textDocument.uri, all]),
    ),
  };
}

interface OpenOrRead {
  readonly text: TextDocument;
  /** `null`: it is not open, and its version not known. */
  readonly version: number | null;
}

/**
 * The texts of files of a site as the editor shows them where they are open, else as the disk has them,
 * without byte order marks. What cannot be read is left out.
 *
 * @param uri of any file of the site
 */
export async function textsAt(
  server: Server,
  uri: string,
  paths: readonly SitePath[],
): Promise<ReadonlyMap<SitePath, string>> {
  return textsOf(await filesAt(server, uri, paths));
}

function textsOf(files: ReadonlyMap<SitePath, OpenOrRead>): ReadonlyMap<SitePath, string> {
  return new Map([...files].map(([path, { text }]) => [path, text.getText()]));
}

/** Files as the editor shows them where they are open, else as the disk has them. */
async function filesAt(
  server: Server,
  uri: string,
  paths: readonly SitePath[],
): Promise<ReadonlyMap<SitePath, OpenOrRead>> {
  const texts = await server.sites.texts(uri, paths);
  // Those that are open now: somebody may have typed meanwhile.
  const open = openIn(server, server.sites.placeOf(uri)?.site);
  const files = new Map<SitePath, OpenOrRead>();
  for (const [index, path] of paths.entries()) {
    const document = open.get(path);
    const at = server.sites.uriOf(uri, path);
    // An editor counts columns without a byte order mark.
    const text = texts[index]?.replace(/^\uFEFF/, '');
    if (document !== undefined) files.set(path, { text: document, version: document.version });
    else if (at !== undefined && text !== undefined) {
      files.set(path, { text: TextDocument.create(at, 'kirby-txt', 0, text), version: null });
    }
  }
  return files;
}

function openIn(server: Server, site: Site | undefined): ReadonlyMap<SitePath, TextDocument> {
  const open = new Map<SitePath, TextDocument>();
  for (const document of server.documents.all()) {
    const place = server.sites.placeOf(document.uri);
    if (place !== undefined && place.site === site) open.set(place.path, document);
  }
  return open;
}

/** Data comes back from the editor, and anybody may have sent it. */
function readAddress(data: unknown): FixAddress | undefined {
  if (!isRecord(data)) return undefined;
  const { uri, span, code, title } = data;
  if (typeof uri !== 'string' || typeof code !== 'string' || typeof title !== 'string') {
    return undefined;
  }
  if (!isRecord(span)) return undefined;
  const { start, end } = span;
  return typeof start === 'number' && typeof end === 'number'
    ? { uri, span: { start, end }, code, title }
    : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
