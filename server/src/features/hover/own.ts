import { say } from '../../kirby/text/say.ts';
import { touches } from '../../kirby/text/span.ts';
import type { Model } from '../../site/site.ts';
import type { HoverProvider } from '../hover.ts';
import { code, escapeMarkdown, paragraphs } from '../markdown.ts';

/** A field that Kirby itself keeps in a content file: no blueprint has it, and none is missing. */
export const hoverOwn: HoverProvider = ({ document, file }, offset) => {
  const field = document.fields.find(({ nameSpan }) => touches(nameSpan, offset));
  if (field === undefined || file === undefined) return undefined;
  const said = aboutOwn(field.name, file.model);
  if (said === undefined) return undefined;
  const { start, end } = field.nameSpan;
  const name = `**${escapeMarkdown(document.text.slice(start, end))}**`;
  const markdown = paragraphs(name, said, say`A field of Kirby’s own, which needs no blueprint.`);
  return { markdown, span: field.nameSpan };
};

function aboutOwn(name: string, { kind }: Model): string | undefined {
  switch (`${kind} ${name}`) {
    case 'page title':
      return say`The title of the page.`;
    case 'site title':
      return say`The title of the site.`;
    case 'page slug':
      return say`What the page is called in its address in this language.`;
    case 'file template':
      return say`The blueprint of the file, by its name in ${code('blueprints/files')}.`;
    case 'file sort':
      return say`The place of the file among those of its page.`;
    case 'file focus':
      return say`The point of the picture that stays in sight where it is cropped.`;
    default:
      return undefined;
  }
}
