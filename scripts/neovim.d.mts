export function findNeovim():
  { readonly command: string; readonly env: Readonly<Record<string, string>> } | undefined;
export function fetchNeovim(): void;
