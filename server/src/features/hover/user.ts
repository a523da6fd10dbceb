import type { HoverProvider } from '../hover.ts';
import { code, escapeMarkdown, paragraphs } from '../markdown.ts';
import { userAt } from '../user-at.ts';
import { say } from '../../kirby/text/say.ts';

/** Who a chosen user is. */
export const hoverUser: HoverProvider = (context, offset) => {
  const found = userAt(context, offset);
  if (found === undefined) return undefined;
  const { id, name, email, role } = found.user;
  const markdown = paragraphs(
    `**${escapeMarkdown(name ?? email ?? id)}**`,
    role === undefined ? say`User ${code(id)}` : say`User ${code(id)}, role ${code(role)}`,
    name === undefined || email === undefined ? '' : code(email),
  );
  return { markdown, span: found.span };
};
