import { nameBehindMark } from '../../kirby/content/parse.ts';
import { touches } from '../../kirby/text/span.ts';
import { learnedField, learnedNote } from '../../site/learned-field.ts';
import type { HoverProvider } from '../hover.ts';
import { code, escapeMarkdown, paragraphs } from '../markdown.ts';
import { say } from '../../kirby/text/say.ts';

/** How many values are shown. */
const most = 8;

/** A field that no blueprint has, by what the other pages of the template tell of it. */
export const hoverLearned: HoverProvider = ({ document, site, file }, offset) => {
  if (site === undefined || file?.model.kind !== 'page') return undefined;
  const field = document.fields.find(({ nameSpan }) => touches(nameSpan, offset));
  const blueprint = site.blueprints.of(file.model);
  if (field === undefined || blueprint?.fields.has(field.name) === true) return undefined;
  // With the marks of a merge before it, that is not its name.
  if (nameBehindMark(field.name) !== field.name) return undefined;
  const learned = learnedField(site, file.model.page.template, field.name);
  // One page, this one, teaches nothing.
  if (learned === undefined || learned.of < 2) return undefined;
  const values = [...learned.values]
    .slice(0, most)
    .map(([value, count]) => `${code(value)} (${count})`);
  const markdown = paragraphs(
    `**${escapeMarkdown(learned.written)}**`,
    `${learnedNote(learned)}. ${say`No blueprint that could be read has this field.`}`,
    values.join(', '),
  );
  return { markdown, span: field.nameSpan };
};
