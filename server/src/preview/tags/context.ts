import type { FileEntry, FileResolution } from '../../site/site.ts';
import type { RenderContext } from '../model.ts';

/** What a text may need that no file says here. The options of the site are the site's to say. */
export interface KirbytextOptions {
  /** `thumbs.srcsets`: widths by name. */
  readonly srcsets?: Readonly<Record<string, readonly number[]>>;
  /** The pixels of an image, for `width: auto`; where they are not known, the attribute is left out. */
  readonly imageSize?: (file: FileEntry) => ImageSize | undefined;
  /** What `(date: …)` shows; without it such a tag stays as it is. */
  readonly now?: Date;
}

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

export interface KirbytextContext extends RenderContext {
  readonly options?: KirbytextOptions;
}

/** `KirbyTag::file()`: beside the model, and then among the files of the site and of other pages. */
export function tagFile(reference: string, { site, model }: RenderContext): FileResolution {
  if (site === undefined) return { status: 'unknown' };
  // `@id` is a UUID in the lists of pickers, not in tags.
  if (reference === '' || reference.startsWith('@')) return { status: 'missing', near: [] };
  return site.resolveFile(reference, model ?? { kind: 'site' });
}
