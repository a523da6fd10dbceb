import { asciiLower } from '../../kirby/text/php.ts';
import { extensionOf } from '../../site/file-types.ts';

/** The type of a file by its extension, for the kinds of files that a `<video>` may hold. */
export function mimeOf(name: string): string | undefined {
  return types.get(asciiLower(extensionOf(name)));
}

const types: ReadonlyMap<string, string> = new Map([
  ['avi', 'video/x-msvideo'],
  ['avif', 'image/avif'],
  ['flv', 'video/x-flv'],
  ['gif', 'image/gif'],
  ['html', 'text/html'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['json', 'application/json'],
  ['m4a', 'audio/mp4'],
  ['m4v', 'video/mp4'],
  ['mkv', 'video/x-matroska'],
  ['mov', 'video/quicktime'],
  ['mp3', 'audio/mpeg'],
  ['mp4', 'video/mp4'],
  ['mpeg', 'video/mpeg'],
  ['mpg', 'video/mpeg'],
  ['ogg', 'audio/ogg'],
  ['ogv', 'video/ogg'],
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['txt', 'text/plain'],
  ['wav', 'audio/x-wav'],
  ['webm', 'video/webm'],
  ['webp', 'image/webp'],
  ['zip', 'application/zip'],
]);
