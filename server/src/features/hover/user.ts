import type { HoverProvider } from '../hover.ts';
import { code, escapeMarkdown, paragraphs } from '../markdown.ts';
import { userAt } from '../user-at.ts';

/** Who a chosen user is. */
export const hoverUser: HoverProvider = (context, offset) => {
  const found = userAt(context, offset);
  if (found === undefined) return undefined;
  const { id, name, email, role } = found.user;
  const markdown = paragraphs(
    `**${escapeMarkdown(name ?? email ?? id)}**`,
    `User ${code(id)}${role === undefined ? '' : `, role ${code(role)}`}`,
    name === undefined || email === undefined ? '' : code(email),
  );
  return { markdown, span: found.span };
};
