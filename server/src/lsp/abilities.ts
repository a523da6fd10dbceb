import type { InitializeParams } from 'vscode-languageserver';
import type { ClientIntroduction } from '../protocol/index.ts';

/** What the client can do, as far as it matters here. */
export interface ClientAbilities {
  readonly snippets: boolean;
  /** It asks what there is to say about a suggestion once an author looks at it. */
  readonly resolvedDocumentation: boolean;
  /** It shows what a suggestion is beside each of them, and not only of the one that an author is at. */
  readonly labelDetails: boolean;
  /** It takes the range of all suggestions once for the whole list. */
  readonly sharedRange: boolean;
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** It tells about changed files when asked to. */
  readonly watching: boolean;
  /** It tells when a folder is added to the workspace or removed. */
  readonly folders: boolean;
  /** It shows what part of the text leads to a definition, and where that begins and ends. */
  readonly definitionLinks: boolean;
  /** It asks for the edits of a code action once an author has chosen it. */
  readonly resolvedEdits: boolean;
  /** It takes edits of a certain version of a document, and refuses them for another one. */
  readonly versionedEdits: boolean;
  /** An edit may rename files. */
  readonly renamedFiles: boolean;
  /** It can be told to send blueprints as well, and to ask where they lead. */
  readonly blueprints: boolean;
  /** It can be told to ask for quick fixes in blueprints too. */
  readonly blueprintFixes: boolean;
  /** It can be told to ask for inlay hints anew. */
  readonly inlayHintRefresh: boolean;
  /** It asks what else has to change before it renames a file. */
  readonly willRename: boolean;
  /** It can ask the author before it makes some changes. */
  readonly changeAnnotations: boolean;
  /** It can be told to ask for the problems of files that are not open. */
  readonly pulling: boolean;
  /** It reads files for the server, wherever they are. */
  readonly readsFiles: boolean;
  /** It has the command that changes the config of a project. */
  readonly ignoresProblems: boolean;
  /** It puts the link to its rule's page at each problem of an open file: a third of what a key would send. */
  readonly linksRules: boolean;
}

/** What holds before the client has introduced itself. */
export const noAbilities: ClientAbilities = {
  snippets: false,
  resolvedDocumentation: false,
  labelDetails: false,
  sharedRange: false,
  configuration: false,
  watching: false,
  folders: false,
  definitionLinks: false,
  resolvedEdits: false,
  versionedEdits: false,
  renamedFiles: false,
  blueprints: false,
  blueprintFixes: false,
  inlayHintRefresh: false,
  willRename: false,
  changeAnnotations: false,
  pulling: false,
  readsFiles: false,
  ignoresProblems: false,
  linksRules: false,
};

export function abilitiesOf(introduction: InitializeParams): ClientAbilities {
  const { textDocument, workspace } = introduction.capabilities;
  const completion = textDocument?.completion;
  return {
    snippets: completion?.completionItem?.snippetSupport === true,
    resolvedDocumentation:
      completion?.completionItem?.resolveSupport?.properties.includes('documentation') === true,
    labelDetails: completion?.completionItem?.labelDetailsSupport === true,
    sharedRange: completion?.completionList?.itemDefaults?.includes('editRange') === true,
    configuration: workspace?.configuration === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    willRename: workspace?.fileOperations?.willRename === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    versionedEdits:
      workspace?.workspaceEdit?.documentChanges === true ||
      workspace?.workspaceEdit?.resourceOperations !== undefined,
    renamedFiles: workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
    resolvedEdits:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    blueprints:
      textDocument?.synchronization?.dynamicRegistration === true &&
      textDocument.definition?.dynamicRegistration === true &&
      textDocument.references?.dynamicRegistration === true,
    blueprintFixes: textDocument?.codeAction?.dynamicRegistration === true,
    pulling: textDocument?.diagnostic?.dynamicRegistration === true,
    readsFiles: introductionOf(introduction).readsFiles === true,
    ignoresProblems: introductionOf(introduction).ignoresProblems === true,
    linksRules: introductionOf(introduction).linksRules === true,
  };
}

/** What our client says beyond the protocol; of another editor nothing that it says is understood. */
export function introductionOf({ initializationOptions }: InitializeParams): ClientIntroduction {
  const said: unknown = initializationOptions;
  if (typeof said !== 'object' || said === null) return {};
  return {
    readsFiles: 'readsFiles' in said && said.readsFiles === true,
    ignoresProblems: 'ignoresProblems' in said && said.ignoresProblems === true,
    linksRules: 'linksRules' in said && said.linksRules === true,
    ...('first' in said && typeof said.first === 'string' ? { first: said.first } : {}),
    ...('translations' in said && isRecord(said.translations)
      ? { translations: said.translations }
      : {}),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
