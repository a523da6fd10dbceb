import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { filesChanged, panelChangesChanged } from '../../protocol/index.ts';
import { concernsChanges } from '../../site/panel-changes.ts';
import { sitePath } from '../../site/site-path.ts';
import { abilitiesOf, introductionOf } from '../abilities.ts';
import type { Server } from '../server.ts';
import { describe } from '../guard.ts';
import { blueprints } from '../blueprint-registration.ts';
import { AuthorSettings } from '../author-settings.ts';
import { sectionOf, SECTION } from '../settings.ts';
import type { Handler } from './handler.ts';
import { PullRegistration } from './site-check.ts';

/** Beginning and end of a session, the workspace's folders, the settings and the files on disk. */
export function lifecycle(others: readonly Handler[]): Handler {
  return {
    register(connection, server) {
      const folders = new Set<string>();
      let first: string | undefined;
      const pull = new PullRegistration();
      connection.onInitialize((params) => {
        server.speakIn(params);
        server.abilities = abilitiesOf(params);
        first = introductionOf(params).first;
        for (const folder of foldersOf(params)) folders.add(folder);
        server.sites.labelLanguages = labelLanguagesOf(params.locale);
        return { capabilities: capabilitiesOf(others), serverInfo: { name: 'Kirby Author' } };
      });
      connection.onInitialized(() => {
        server.begun = begin(connection, server, pull, { folders, first }).then(() => {
          server.hasBegun = true;
        });
      });
      connection.onDidChangeConfiguration(({ settings }) => {
        void configure(connection, server, pull, { folders, sent: settings });
      });
      connection.onDidChangeWatchedFiles(async ({ changes }) => {
        const uris = changes.map(({ uri }) => uri);
        // A checkout changes thousands of files at once; what an author asks right then comes first.
        await server.pause();
        void server.configs.changed(uris).then((isOther) => {
          if (isOther) server.configChanged();
        });
        void server.sites.changed(uris).then(() => {
          server.siteCheck.filesChanged(uris);
          void connection.sendNotification(filesChanged);
          if (uris.some((uri) => concernsChanges(sitePath(URI.parse(uri).path)))) {
            void connection.sendNotification(panelChangesChanged);
          }
        });
      });
    },
  };
}

function capabilitiesOf(handlers: readonly Handler[]): ServerCapabilities {
  return handlers.reduce<ServerCapabilities>(
    (all, { capabilities }) => ({
      ...all,
      ...capabilities,
      workspace: {
        ...all.workspace,
        ...capabilities?.workspace,
        fileOperations: {
          ...all.workspace?.fileOperations,
          ...capabilities?.workspace?.fileOperations,
        },
      },
    }),
    {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  );
}

/** The author's language as blueprints write it: `pt-br` is `pt_BR`, and `pt` will do. */
function labelLanguagesOf(locale: string | undefined): readonly string[] {
  if (locale === undefined || locale === '') return [];
  const [language = '', region] = locale.split(/[-_]/);
  return region === undefined ? [language] : [`${language}_${region.toUpperCase()}`, language];
}

/** The part of `InitializeParams` that names folders; editors that know one only use `rootUri`. */
interface NamedFolders {
  readonly workspaceFolders?: readonly { readonly uri: string }[] | null;
  readonly rootUri?: string | null;
}

function foldersOf({ workspaceFolders, rootUri }: NamedFolders): readonly string[] {
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? [];
  return folders.length > 0 || typeof rootUri !== 'string' ? folders : [rootUri];
}

async function begin(
  connection: Connection,
  server: Server,
  pull: PullRegistration,
  { folders, first }: { readonly folders: Set<string>; readonly first: string | undefined },
): Promise<void> {
  // Whoever refuses has a server that learns less by itself, and works all the same.
  const refused = (error: unknown): void => {
    server.error(`The editor refuses a registration: ${describe(error)}`);
  };
  if (server.abilities.configuration) {
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: SECTION })
      .catch(refused);
  }
  if (server.abilities.watching) {
    // All files: images and folders matter as much as texts. The editor leaves out what it excludes.
    const watchers = [{ globPattern: '**/*' }];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(refused);
  }
  if (server.abilities.blueprints)
    connection.client
      .register(blueprints([...folders], server.abilities.blueprintFixes))
      .catch(refused);
  if (server.abilities.folders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) {
        folders.delete(uri);
        server.sites.remove(uri);
      }
      for (const { uri } of added) folders.add(uri);
      const known = server.abilities.configuration
        ? configure(connection, server, pull, { folders })
        : Promise.resolve();
      void known.then(() => {
        // Meanwhile a folder may have been removed.
        for (const { uri } of added) if (folders.has(uri)) void server.sites.add(uri);
      });
    });
  }
  if (server.abilities.configuration) await configure(connection, server, pull, { folders });
  const shown = first ?? server.documents.all()[0]?.uri;
  await Promise.all([...folders].map((folder) => server.sites.add(folder, shown)));
}

/**
 * Takes the settings: an editor that can be asked is asked for them.
 *
 * @param pull whether the editor asks for the problems of files that are not open
 * @param folders those of the workspace
 * @param sent what an editor that cannot be asked sends of its own accord
 */
async function configure(
  connection: Connection,
  server: Server,
  pull: PullRegistration,
  { folders, sent }: { readonly folders: ReadonlySet<string>; readonly sent?: unknown },
): Promise<void> {
  try {
    const settings = server.abilities.configuration
      ? await askForSettings(connection, [...folders])
      : new AuthorSettings(sectionOf(sent));
    const before = server.settings.checkedBy;
    server.settings = settings;
    await server.sites.setContentFolders((folder) => settings.of(folder).contentFolder);
    if (before !== settings.checkedBy) {
      const goesOn = server.siteCheck.mode === 'always' && settings.window.scope === 'wholeSite';
      // What was found is taken back by the way it was told. What is checked all the time stays until
      // it is checked anew: editors ask every few seconds only, and would show nothing meanwhile.
      if (!goesOn) server.siteCheck.start('off');
      await pull.follow(connection, server);
      if (settings.window.scope === 'wholeSite') server.siteCheck.start('always');
    }
    server.scheduleAll();
    server.refreshHints();
  } catch (error) {
    server.error(`The settings cannot be read: ${describe(error)}`);
  }
}

/** Those of the window; of several folders each may have its own besides. */
async function askForSettings(
  { workspace }: Connection,
  folders: readonly string[],
): Promise<AuthorSettings> {
  if (folders.length < 2) {
    const value: unknown = await workspace.getConfiguration(SECTION);
    return new AuthorSettings(value);
  }
  const items = folders.map((scopeUri) => ({ scopeUri, section: SECTION }));
  const answers: readonly unknown[] = await workspace.getConfiguration([
    { section: SECTION },
    ...items,
  ]);
  const [window, ...each] = answers;
  return new AuthorSettings(
    window,
    folders.map((folder, index) => [folder, each[index]] as const),
  );
}
