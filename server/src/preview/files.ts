import { fileType } from '../site/file-types.ts';
import type { FileEntry, FileResolution } from '../site/site.ts';
import { type ContentValue, referencesOf } from './content-value.ts';
import type { RenderContext } from './model.ts';

/** A file that content names, found or not. */
export interface MentionedFile {
  readonly reference: string;
  readonly resolution: FileResolution;
}

/** The files a value names, in order; `undefined` where `toFiles()` throws. */
export function mentionedFiles(
  value: ContentValue,
  context: RenderContext,
): readonly MentionedFile[] | undefined {
  const { site, model } = context;
  return referencesOf(value, site?.options.yamlHandler ?? 'spyc')?.map((reference) => ({
    reference,
    resolution: site?.resolveFile(reference, model ?? { kind: 'site' }) ?? { status: 'unknown' },
  }));
}

/** Those of them that Kirby finds, each once (`Kirby\Cms\Files` is keyed by id). */
export function foundFiles(mentioned: readonly MentionedFile[]): readonly FileEntry[] {
  const byId = new Map<string, FileEntry>();
  for (const { resolution } of mentioned) {
    if (resolution.status === 'found') byId.set(resolution.file.id, resolution.file);
  }
  return [...byId.values()];
}

/** `File::type() === 'image'`. */
export function isImage(name: string): boolean {
  return fileType(name) === 'image';
}
