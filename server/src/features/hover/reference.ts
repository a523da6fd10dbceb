import type { FileEntry, PageEntry } from '../../site/site.ts';
import type { HoverProvider } from '../hover.ts';
import { code, escapeMarkdown, paragraphs } from '../markdown.ts';
import { targetAt } from '../target.ts';

/** What a mention of a page or file leads to. */
export const hoverReference: HoverProvider = (context, offset) => {
  const found = targetAt(context, offset);
  if (found === undefined) return undefined;
  const { target, span } = found;
  return { markdown: target.kind === 'page' ? describePage(target) : describeFile(target), span };
};

function describePage(page: PageEntry): string {
  const status = page.status === 'draft' ? ', a draft' : '';
  return paragraphs(
    `**${escapeMarkdown(page.title ?? page.slug)}**`,
    `Page ${code(page.id)}${status}, template ${code(page.template)}`,
  );
}

function describeFile(file: FileEntry): string {
  const alt = file.content['alt'];
  return paragraphs(
    `**${escapeMarkdown(file.name)}**${file.hasBinary ? '' : ' (only its metadata is here)'}`,
    code(file.path),
    alt === undefined || alt === '' ? '' : `Alternative text: ${escapeMarkdown(alt)}`,
  );
}
