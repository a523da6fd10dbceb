import { linkTo } from './anchor.ts';
import { tagNote } from './tag-note.ts';
import { tagFile } from './context.ts';
import { isEmpty } from './element.ts';
import type { TagRenderer } from './renderer.ts';
import { say } from '../../kirby/text/say.ts';

/** `(file: paper.pdf text: The paper)`; a file that is not there leaves its text, or its name. */
export const file: TagRenderer = ({ value, attribute }, context) => {
  const resolution = tagFile(value, context);
  const text = attribute('text');
  if (resolution.status !== 'found') {
    const shown = text ?? value;
    if (context.audience === 'page' || resolution.status === 'unknown') return shown;
    return tagNote(shown === '' ? '(file:)' : shown, missingFile(value));
  }
  // Underscores of a name are no emphasis.
  const name = resolution.file.name.replaceAll('_', String.raw`\_`);
  return linkTo(
    context.fileUrl(resolution.file),
    { kind: 'text', text: isEmpty(text) ? name : text },
    {
      class: attribute('class'),
      download: attribute('download') !== 'false',
      rel: attribute('rel'),
      target: attribute('target'),
      title: attribute('title'),
    },
  );
};

function missingFile(value: string): string {
  return value === ''
    ? say`The tag names no file, so Kirby shows nothing.`
    : say`There is no file "${value}", so Kirby shows no link.`;
}
