import { asciiLower } from '../kirby/text/php.ts';

/** Kirby's kinds of files (`Kirby\Filesystem\F::$types`). */
export type FileType = 'archive' | 'audio' | 'code' | 'document' | 'image' | 'video';

const extensions: Readonly<Record<FileType, string>> = {
  archive: 'gz gzip tar tgz zip',
  audio: 'aif aiff flac m4a midi mp3 ogg opus wav',
  code: 'css js json java htm html mjs php rb py scss xml yaml yml',
  document: 'csv doc docx dotx ics indd md mdown odc odp odt pdf ppt pptx rtf txt xl xls xlsx xltx',
  image: 'ai avif bmp gif eps heic heif ico j2k jp2 jpeg jpg jpe jxl png ps psd svg tif tiff webp',
  video: 'avi flv m4v mkv mov movie mpe mpg mp4 ogg ogv swf webm',
};

const typeByExtension: ReadonlyMap<string, FileType> = new Map(
  // Backwards: of an extension that two types have, Kirby takes the first.
  (['video', 'image', 'document', 'code', 'audio', 'archive'] as const).flatMap((type) =>
    extensions[type].split(' ').map((extension) => [extension, type] as const),
  ),
);

/** The type of a file by its name; `undefined` for an extension that Kirby does not know. */
export function fileType(name: string): FileType | undefined {
  return typeByExtension.get(asciiLower(extensionOf(name)));
}

/** `jpg` of `photo.jpg` (`pathinfo()`); empty without a dot. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1);
}

/** `photo` of `photo.jpg`. */
export function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}
