import type { ClientCapabilities } from 'vscode-languageserver';

/** What the client can do, as far as it matters here. */
export interface ClientAbilities {
  readonly snippets: boolean;
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** It tells about changed files when asked to. */
  readonly watching: boolean;
  /** It tells when a folder is added to the workspace or removed. */
  readonly folders: boolean;
}

/** What holds before the client has introduced itself. */
export const noAbilities: ClientAbilities = {
  snippets: false,
  configuration: false,
  watching: false,
  folders: false,
};

export function abilitiesOf({ textDocument, workspace }: ClientCapabilities): ClientAbilities {
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    configuration: workspace?.configuration === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
  };
}
