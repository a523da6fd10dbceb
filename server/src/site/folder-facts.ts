import type { SitePath } from './site-path.ts';
import { sameSummary, type TextSummary } from './summary.ts';

/** What the index knows of one folder of the content: what the disk says, nothing derived. */
export interface FolderFacts {
  readonly path: SitePath;
  readonly files: readonly FileFact[];
  /** Names of the folders in it. */
  readonly folders: readonly string[];
}

export interface FileFact {
  readonly name: string;
  /** Of a file with the content's extension, once it has been read. */
  readonly summary: TextSummary | undefined;
}

/** What is known of a file of the folder. */
export function factOf(facts: FolderFacts, name: string): FileFact | undefined {
  return facts.files.find((file) => file.name === name);
}

/** The folder with one file as an editor has it. */
export function withFile(facts: FolderFacts, file: FileFact): FolderFacts {
  const others = facts.files.filter(({ name }) => name !== file.name);
  return { ...facts, files: [...others, file] };
}

/** Whether two states of a folder are the same, whatever the order of their lists. */
export function sameFacts(a: FolderFacts, b: FolderFacts): boolean {
  if (a.files.length !== b.files.length || a.folders.length !== b.folders.length) return false;
  const folders = new Set(a.folders);
  const files = new Map(a.files.map((file) => [file.name, file]));
  return (
    b.folders.every((name) => folders.has(name)) &&
    b.files.every(({ name, summary }) => {
      const other = files.get(name);
      return other !== undefined && sameSummary(other.summary, summary);
    })
  );
}
