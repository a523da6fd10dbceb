import type { Reference } from '../kirby/reference/reference.ts';
import { say } from '../kirby/text/say.ts';

/** Between the parenthesis of a tag and what it names. */
const BEFORE = 100;

/**
 * What Kirby prints of a KirbyTag that names what is missing, and what to do (`kirby/config/tags.php`).
 *
 * @param text of the document with the mention
 */
export function effectInTag(text: string, { kind, span }: Reference): string {
  const before = text.slice(Math.max(0, span.start - BEFORE), span.start);
  const tag = /\((\w+):\s*$/.exec(before.slice(Math.max(0, before.lastIndexOf('('))))?.[1];
  const isUuid = kind === 'file-uuid' || kind === 'page-uuid';
  switch (tag?.toLowerCase()) {
    case 'link':
      return kind === 'page-uuid'
        ? say`Kirby prints the text without its link; choose another page.`
        : say`Kirby prints the text without its link; choose another file.`;
    case 'file':
      return say`Kirby prints plain text instead of the link; choose another file or remove the tag.`;
    case 'video':
      return say`Kirby prints an empty frame instead of the video; choose another file or remove the tag.`;
    default:
      return isUuid && !/\bposter:\s*$/i.test(before)
        ? printed(kind)
        : say`Readers will find an address that leads nowhere; choose another file or remove the tag.`;
  }
}

function printed(kind: 'file-uuid' | 'page-uuid'): string {
  return kind === 'file-uuid'
    ? say`Kirby prints the tag itself, as it stands here; choose another file or remove the tag.`
    : say`Kirby prints the tag itself, as it stands here; choose another page or remove the tag.`;
}
