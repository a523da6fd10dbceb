import {
  type CancellationToken,
  type Connection,
  DiagnosticSeverity,
  type Disposable,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { checkSite, type CheckSiteResult } from '../../protocol/index.ts';
import type { FileProblems } from '../found-problems.ts';
import { describe, guarded } from '../guard.ts';
import type { Server } from '../server.ts';
import type { Handler } from './handler.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * The problems of files that are not open. An editor that asks for them is answered; to another one
 * they are pushed, and so is what a single check finds.
 */
export const wholeSite: Handler = {
  register(connection, server) {
    const { siteCheck } = server;
    siteCheck.found.onChange((uris) => {
      if (server.isPulled) return;
      for (const uri of uris) {
        if (siteCheck.isOpen(uri)) continue;
        const diagnostics = [...(siteCheck.found.get(uri)?.diagnostics ?? [])];
        void connection.sendDiagnostics({ uri, diagnostics });
      }
    });
    connection.languages.diagnostics.onWorkspace(async (params, token, _progress, partial) => {
      // Before it knows the settings it does not know whether there is anything to say.
      await server.begun;
      return answer(server, params, token, partial);
    });
    // What is open is pushed, and no editor is told to ask; one that asks all the same is answered.
    connection.languages.diagnostics.on(
      guarded<DocumentDiagnosticParams, DocumentDiagnosticReport>(
        server,
        'diagnostics',
        ({ textDocument: { uri } }) => ({
          kind: DocumentDiagnosticReportKind.Full,
          items: server.problemsOf(uri),
        }),
        { kind: DocumentDiagnosticReportKind.Full, items: [] },
      ),
    );
    connection.onRequest(checkSite, (_params: unknown, token: CancellationToken) =>
      checkOnce(connection, server, token),
    );
  },
};

/** Has the editor ask for the problems of all files, or no longer. */
export class PullRegistration {
  #registered: Disposable | undefined;

  /** Follows the author's wish; fulfilled when the editor knows. */
  async follow(connection: Connection, server: Server): Promise<void> {
    const isWanted = server.settings.window.scope === 'wholeSite' && server.abilities.pulling;
    if (isWanted === server.isPulled) return;
    server.isPulled = isWanted;
    if (!isWanted) {
      this.#registered?.dispose();
      this.#registered = undefined;
      return;
    }
    try {
      this.#registered = await connection.client.register(DocumentDiagnosticRequest.type, {
        // Of no document: those that are open are pushed.
        documentSelector: [],
        interFileDependencies: true,
        workspaceDiagnostics: true,
      });
    } catch (error) {
      server.isPulled = false;
      server.error(`The editor refuses a registration: ${describe(error)}`);
    }
  }
}

/**
 * Says what is found while it is found. An editor that takes parts of an answer has this one once
 * there is news, and again nothing left to check: asking every other second what has not changed
 * would cost more than checking. The others are answered as soon as everything is checked.
 */
async function answer(
  { siteCheck }: Server,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
  partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
): Promise<WorkspaceDiagnosticReport> {
  const { found } = siteCheck;
  const said = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
  const pending = new Set([...said.keys(), ...found.uris()]);
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const unchanged = new Map<string, string>();
  let hasNews = false;
  return new Promise((resolve) => {
    const say = (): void => {
      const news: WorkspaceDocumentDiagnosticReport[] = [];
      for (const uri of pending) {
        const problems = found.get(uri);
        const known = said.get(uri);
        // Not found yet, perhaps.
        if (problems === undefined && !siteCheck.isIdle) continue;
        pending.delete(uri);
        unchanged.delete(uri);
        if (problems === undefined) {
          if (known === undefined) continue;
          said.delete(uri);
        } else if (problems.id === known) {
          unchanged.set(uri, known);
          continue;
        } else said.set(uri, problems.id);
        news.push(reportOn(uri, problems));
      }
      hasNews ||= news.length > 0;
      if (partial === undefined) items.push(...news);
      else if (news.length > 0) partial.report({ items: news });
      if (token.isCancellationRequested || siteCheck.mode === 'off') end();
      else if (siteCheck.isIdle && (hasNews || partial === undefined)) end();
    };
    const end = (): void => {
      stop();
      cancelled.dispose();
      const same = [...unchanged].map(([uri, resultId]): WorkspaceDocumentDiagnosticReport => ({
        kind: DocumentDiagnosticReportKind.Unchanged,
        uri,
        version: null,
        resultId,
      }));
      resolve({ items: [...items, ...same] });
    };
    const stop = found.onChange((uris) => {
      for (const uri of uris) pending.add(uri);
      say();
    });
    const cancelled = token.onCancellationRequested(() => {
      end();
    });
    say();
  });
}

function reportOn(
  uri: string,
  problems: FileProblems | undefined,
): WorkspaceDocumentDiagnosticReport {
  return {
    kind: DocumentDiagnosticReportKind.Full,
    uri,
    version: null,
    items: [...(problems?.diagnostics ?? [])],
    ...(problems === undefined ? {} : { resultId: problems.id }),
  };
}

/** Checks everything once, and shows how far it is; `null` when the author ended it. */
async function checkOnce(
  connection: Connection,
  server: Server,
  token: CancellationToken,
): Promise<CheckSiteResult | null> {
  const { siteCheck } = server;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(say`Checking the site`, 0, undefined, true);
  siteCheck.start(siteCheck.mode === 'always' ? 'always' : 'once');
  const stop = siteCheck.found.onChange(() => {
    const { done, total } = siteCheck.progress;
    if (total > 0)
      progress.report(Math.floor((100 * done) / total), say`${done} of ${total} files`);
  });
  const cancelled = await new Promise<boolean>((resolve) => {
    const cancel = (): void => {
      resolve(true);
    };
    progress.token.onCancellationRequested(cancel);
    token.onCancellationRequested(cancel);
    void siteCheck.finished().then(() => {
      resolve(false);
    });
  });
  stop();
  progress.done();
  // What is checked all the time goes on without being watched.
  if (cancelled && siteCheck.mode === 'once') siteCheck.stop();
  if (cancelled) siteCheck.found.tell();
  return cancelled ? null : summary(server);
}

/** What is known of all files after a check of everything. */
function summary(server: Server): CheckSiteResult {
  const { documents, siteCheck } = server;
  const open = documents.all().flatMap(({ uri }) => server.problemsOf(uri));
  const all = [...siteCheck.found.all(), ...open].map(({ severity }) => severity);
  const errors = all.filter((severity) => severity === DiagnosticSeverity.Error).length;
  const warnings = all.filter((severity) => severity === DiagnosticSeverity.Warning).length;
  return {
    files: siteCheck.progress.total + documents.all().length,
    errors,
    warnings,
    others: all.length - errors - warnings,
    isCut: siteCheck.found.isFull,
  };
}
