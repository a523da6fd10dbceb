import { referencesOf } from '../content-value.ts';
import { html, type Html } from '../html.ts';
import type { RenderContext } from '../model.ts';
import { placeholder } from '../placeholder.ts';
import { chips } from './chips.ts';
import type { FieldRenderer } from './renderer.ts';
import { text } from './text.ts';
import { say } from '../../kirby/text/say.ts';

/** Chosen users by their names, as the Panel lists them; by what names them where no account is there. */
export const users: FieldRenderer = (value, context, definition) => {
  const references = referencesOf(value, context.site?.options.yamlHandler ?? 'spyc');
  return references === undefined
    ? text(value, context, definition)
    : chips(references.map((reference) => userName(reference, context)));
};

function userName(reference: string, { site }: RenderContext): Html {
  const resolution = site?.resolveUser(reference) ?? { status: 'unknown' };
  switch (resolution.status) {
    case 'found':
      return html`${resolution.user.name ?? resolution.user.email ?? resolution.user.id}`;
    case 'missing':
      return placeholder('missing', say`Missing user`, reference);
    case 'unknown':
      return html`${reference.replace(/^user:\/\//, '')}`;
  }
}
