import { AuthorSettings } from './author-settings.ts';
import { type Connection, type Diagnostic, type InitializeParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ContentDocument } from '../kirby/content/document.ts';
import { fieldNamed } from '../kirby/content/parse.ts';
import { newUuid } from '../kirby/reference/new-uuid.ts';
import { renderPage } from '../preview/render.ts';
import { contentLanguage } from '../site/content-language.ts';
import { renderContext } from '../preview/context.ts';
import { filesChanged, previewUpdate, sitesChanged, type SitesChanged } from '../protocol/index.ts';
import type { RuleSeverities } from '../features/diagnostics.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Site } from '../site/site.ts';
import { type ClientAbilities, noAbilities } from './abilities.ts';
import { clientDisk } from './client-disk.ts';
import { type DiagnosticLinks, localTime, type RulePage } from './convert.ts';
import { OpenDocuments } from './documents.ts';
import type { Disk, Environment } from './environment.ts';
import { describe, type Log } from './guard.ts';
import { speakIn } from './language.ts';
import { handlers } from './handlers/index.ts';
import { PreparedPages } from './prepared-pages.ts';
import { PreviewSessions } from './previews.ts';
import { Problems } from './problems.ts';
import { Published } from './published.ts';
import { ProjectConfigs } from './project-configs.ts';
import { ReadingProgress } from './reading-progress.ts';
import { SiteCheck } from './site-check.ts';
import { Sites } from './sites.ts';

/** Announces what the server can do and answers from then on. The connection must not listen yet. */
export function startServer(connection: Connection, environment: Environment): void {
  const server = new Server(connection, environment);
  for (const handler of handlers) handler.register(connection, server);
  server.documents.listen(connection);
  connection.listen();
}

/** What all handlers share: the open documents, the sites, and the work that follows a change. */
export class Server implements Log {
  readonly documents: OpenDocuments;
  readonly sites: Sites;
  readonly siteCheck: SiteCheck;
  readonly problems: Problems;
  readonly configs: ProjectConfigs;
  /** Fulfilled when the server knows the settings and has looked for sites. */
  begun: Promise<void> = Promise.resolve();
  hasBegun = false;
  /** Whether the editor asks for the problems of files that are not open. */
  isPulled = false;
  readonly previews = new PreviewSessions();
  readonly pages = new PreparedPages(() => this.pause());
  settings = new AuthorSettings(undefined);
  abilities: ClientAbilities = noAbilities;

  readonly #connection: Connection;
  readonly #environment: Environment;
  readonly #rulePage: RulePage;
  readonly #reading: ReadingProgress;
  /** Documents whose diagnostics and previews are out of date. */
  readonly #due = new Set<string>();
  #isScheduled = false;
  #isRefreshingHints = false;
  readonly #published: Published;
  /** What the editor was told last: which files are content, and in which languages. */
  #formats = '';
  /** Which sites have been read. */
  #read = '';

  constructor(connection: Connection, environment: Environment) {
    this.#connection = connection;
    this.#environment = environment;
    this.#reading = new ReadingProgress(connection);
    this.#published = new Published(connection);
    this.#rulePage = (code) => ({ href: environment.rulePage(code) });
    const diskOf = (folder: string): Disk | undefined => this.#diskOf(folder);
    this.configs = new ProjectConfigs(diskOf, (message) => {
      this.warn(message);
    });
    this.problems = new Problems({
      log: this,
      linksOf: (document) => this.linksOf(document),
      severities: ({ uri }) => this.severitiesFor(uri),
    });
    this.documents = new OpenDocuments((uri) => this.sites.isContent(uri), {
      changed: (document) => {
        this.siteCheck.opened(document.uri);
        this.schedule([document.uri]);
      },
      closed: ({ uri }) => {
        this.sites.edited(uri, undefined);
        this.#forget(uri);
        this.siteCheck.closed(uri);
      },
      blueprintClosed: ({ uri }) => {
        this.sites.editedBlueprint(uri, undefined);
        this.#forget(uri);
      },
    });
    this.sites = new Sites(diskOf, this.configs, {
      changed: () => {
        this.#announceFormats();
        // The open files first: an author looks at them.
        this.scheduleAll();
        this.#announceSites();
        this.refreshHints();
      },
      listed: () => {
        this.#tellOfSites();
      },
      reading: (ready) => {
        this.#reading.until(ready).catch((error: unknown) => {
          this.error(`The editor shows no progress: ${describe(error)}`);
        });
      },
      failed: (error) => {
        this.error(`A site cannot be read: ${describe(error)}`);
      },
      pause: () => this.pause(),
    });
    this.siteCheck = new SiteCheck({
      sites: this.sites,
      ready: async () => {
        await this.begun;
        await this.sites.ready();
      },
      problemsIn: (uri, text, { site }, path) =>
        this.problems.onDisk(uri, text, { site, path }, localTime(this.now())),
      defer: (callback) => {
        environment.defer(callback);
      },
      now: () => environment.now(),
      failed: (error) => {
        this.error(`Checking the site failed: ${describe(error)}`);
      },
    });
  }

  /** Where diagnostics of a document lead. */
  linksOf({ uri }: TextDocument): DiagnosticLinks {
    return { page: this.#rulePage, uriOf: (path) => this.sites.uriOf(uri, path) };
  }

  /** What the project and the author want of the rules in a document. */
  severitiesFor(uri: string): RuleSeverities {
    const place = this.sites.placeOf(uri);
    const { rules } = this.settings.of(uri);
    return place === undefined ? rules : this.configs.severitiesFor(place, rules);
  }

  /** The project wants something else of the rules: everything is checked again. */
  configChanged(): void {
    this.siteCheck.start(this.siteCheck.mode);
    this.scheduleAll();
  }

  /** Has everything that an author reads be in the language of the editor. */
  speakIn(params: InitializeParams): void {
    speakIn(params, this.#environment);
  }

  randomId(): string {
    return this.#environment.randomId();
  }

  /** A UUID for a new file of a site. */
  newUuid({ options }: Site): string {
    return newUuid(this.randomId(), options.uuidFormat);
  }

  now(): Date {
    return this.#environment.now();
  }

  /** What this process reaches it reads itself; the rest it leaves to a client that can. */
  #diskOf(folder: string): Disk | undefined {
    const near = this.#environment.disk(folder);
    if (near !== undefined || !this.abilities.readsFiles) return near;
    return clientDisk(this.#connection, folder, (files) => {
      this.#reading.add(files);
    });
  }

  /** Tells the author's log of what went wrong inside the server. */
  error(message: string): void {
    this.#connection.console.error(message);
  }

  /** Fulfilled once the messages that wait already have been handled. */
  pause(): Promise<void> {
    return new Promise((resolve) => {
      this.#environment.defer(resolve);
    });
  }

  /** Tells the author's log of what was left undone. */
  warn(message: string): void {
    this.#connection.console.warn(message);
  }

  /** The document with its site: what every feature works on. */
  contextOf(document: TextDocument): RuleContext {
    const place = this.sites.placeOf(document.uri);
    return {
      document: this.documents.content(document),
      site: place?.site,
      file: place === undefined ? undefined : place.site.contentFile(place.path),
      today: localTime(this.#environment.now()),
      newId: () => this.randomId(),
    };
  }

  /** Has the editor ask for inlay hints again, once for all that happens at once. */
  refreshHints(): void {
    const isReading = this.sites.all().some(({ site }) => site.state === 'loading');
    if (this.#isRefreshingHints || isReading || !this.abilities.inlayHintRefresh) return;
    this.#isRefreshingHints = true;
    this.#environment.defer(() => {
      this.#isRefreshingHints = false;
      this.#connection.languages.inlayHint.refresh().catch((error: unknown) => {
        this.error(`The editor does not refresh inlay hints: ${describe(error)}`);
      });
    });
  }

  /** What is wrong in an open document. */
  problemsOf(uri: string): Diagnostic[] {
    const blueprint = this.documents.blueprint(uri);
    if (blueprint !== undefined)
      return this.problems.ofBlueprint(blueprint, this.sites.placeOf(uri));
    const document = this.documents.get(uri);
    return document === undefined
      ? []
      : this.problems.ofContent(document, this.contextOf(document));
  }

  /** Has documents checked and their previews rendered, after the messages that wait already. */
  schedule(uris: readonly string[]): void {
    for (const uri of uris) this.#due.add(uri);
    if (this.#isScheduled || this.#due.size === 0) return;
    this.#isScheduled = true;
    this.#environment.defer(() => {
      this.#isScheduled = false;
      const due = [...this.#due];
      this.#due.clear();
      for (const uri of due) this.#refresh(uri);
    });
  }

  /** Does at once what is due for a document. */
  refreshNow(uri: string): void {
    if (this.#due.delete(uri)) this.#refresh(uri);
  }

  /** The same for all that are open. */
  scheduleAll(): void {
    this.schedule(this.documents.uris());
  }

  /** Languages and extensions are known once a site has been read, and may change with a file. */
  #announceFormats(): void {
    const formats = this.sites
      .all()
      .map(({ site }) => [site.options.contentExtension, ...site.options.languages].join())
      .join('\n');
    if (formats === this.#formats) return;
    this.#formats = formats;
    this.#tellOfSites();
  }

  #tellOfSites(): void {
    const news: SitesChanged = { hasSites: this.sites.all().length > 0 };
    void this.#connection.sendNotification(sitesChanged, news);
  }

  /** What is checked in the background is checked anew when a site has come or gone. */
  #announceSites(): void {
    const read = this.sites
      .all()
      .flatMap(({ site, uriOf }) =>
        site.state === 'ready' ? uriOf(site.options.contentFolder) : [],
      )
      .join('\n');
    if (read === this.#read) return;
    this.#read = read;
    void this.#connection.sendNotification(filesChanged);
    this.siteCheck.sitesChanged();
    for (const { site } of this.sites.all()) {
      if (site.state === 'ready') this.pages.prepare(site);
    }
  }

  #refresh(uri: string): void {
    try {
      const blueprint = this.documents.blueprint(uri);
      if (blueprint !== undefined) {
        this.#refreshBlueprint(blueprint);
        return;
      }
      const document = this.documents.get(uri);
      if (document === undefined) {
        // It may have been content of a site that is gone.
        this.#published.clear(uri);
        return;
      }
      this.sites.edited(uri, this.documents.content(document));
      // What the disk has of it counts no more, under whatever spelling.
      this.siteCheck.opened(uri);
      const previews = this.previews.of(uri);
      const context = this.contextOf(document);
      for (const id of previews) this.#render(id, document, context);
      // What is drawn has been sent before the checking begins, which takes longer.
      if (previews.length > 0)
        this.#environment.defer(() => {
          this.#check(uri);
        });
      else this.#check(uri);
    } catch (error) {
      this.#failed(uri, error);
    }
  }

  #check(uri: string): void {
    try {
      const document = this.documents.get(uri);
      if (document !== undefined) this.#publish(document, this.problemsOf(uri));
    } catch (error) {
      this.#failed(uri, error);
    }
  }

  #publish(document: TextDocument, found: Diagnostic[]): void {
    this.#published.show(document, this.abilities.linksRules ? found.map(withoutLink) : found);
  }

  #failed(uri: string, error: unknown): void {
    this.error(`Checking ${uri} failed: ${describe(error)}`);
  }

  #refreshBlueprint(document: TextDocument): void {
    const { uri } = document;
    this.sites.editedBlueprint(uri, document.getText());
    const found = this.problems.ofBlueprint(document, this.sites.placeOf(uri));
    if (found.length > 0 || this.#published.has(uri)) this.#publish(document, found);
  }

  /** Clears what the editor shows of a document that was closed. */
  #forget(uri: string): void {
    this.#due.delete(uri);
    this.#published.clear(uri);
  }

  #render(
    id: string,
    document: TextDocument,
    { site, file, document: content }: RuleContext,
  ): void {
    const place = this.sites.placeOf(document.uri);
    const model = file?.model;
    const language = file?.language;
    const context = renderContext({ site, model, audience: 'editor', language });
    const preview = renderPage(content, context, file, this.previews.last(id));
    const update = this.previews.update(id, preview, {
      version: document.version,
      baseFolder: place?.folder ?? '',
      title: titleOf(content),
      ...contentLanguage(site?.options, file),
    });
    if (update !== undefined) void this.#connection.sendNotification(previewUpdate, update);
  }
}

function withoutLink({ codeDescription: _, ...rest }: Diagnostic): Diagnostic {
  return rest;
}

/** What a preview's tab says: the title of the page, where it has one. */
function titleOf(content: ContentDocument): string {
  return fieldNamed(content, 'title')?.value.text ?? '';
}
