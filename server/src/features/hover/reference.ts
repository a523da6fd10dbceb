import type { FileEntry, PageEntry, UserEntry } from '../../site/site.ts';
import type { MentionTarget } from '../../site/mentions/mentions.ts';
import type { FileFacts, HoverProvider } from '../hover.ts';
import { code, escapeMarkdown, paragraphs } from '../markdown.ts';
import { subjectAt } from '../references.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * What a mention of a page, file or user leads to, and of the file's own `Uuid` what it stands for. What
 * takes longer to find out comes as `facts`.
 */
export const hoverReference: HoverProvider = (context, offset) => {
  const subject = subjectAt(context, offset);
  const isOwnUuid =
    subject?.isOwn === true &&
    context.document.fields.some(
      ({ name, valueSpan }) => name === 'uuid' && valueSpan === subject.span,
    );
  if (subject === undefined || (subject.isOwn && !isOwnUuid)) return undefined;
  const { target, span } = subject;
  return { markdown: describe(target, undefined), span, about: target };
};

/** The same with what the disk and the rest of the site say. */
export function describeWithFacts(target: MentionTarget, facts: FileFacts): string {
  return describe(target, facts);
}

function describe(target: MentionTarget, facts: FileFacts | undefined): string {
  return paragraphs(aboutTarget(target, facts), facts === undefined ? '' : usesOf(facts));
}

function aboutTarget(target: MentionTarget, facts: FileFacts | undefined): string {
  switch (target.kind) {
    case 'page':
      return describePage(target);
    case 'file':
      return describeFile(target, facts);
    case 'user':
      return describeUser(target);
  }
}

/** Where there is no account, only the id is known. */
function describeUser({ id, name, email, role }: UserEntry): string {
  const shown = name ?? email;
  return paragraphs(
    shown === undefined ? '' : `**${escapeMarkdown(shown)}**`,
    role === undefined ? say`User ${code(id)}` : say`User ${code(id)}, role ${code(role)}`,
    name === undefined || email === undefined ? '' : code(email),
  );
}

function describePage(page: PageEntry): string {
  return paragraphs(
    `**${escapeMarkdown(page.title ?? page.slug)}**`,
    page.status === 'draft'
      ? say`Page ${code(page.id)}, a draft, template ${code(page.template)}`
      : say`Page ${code(page.id)}, template ${code(page.template)}`,
  );
}

function describeFile(file: FileEntry, facts: FileFacts | undefined): string {
  const alt = file.content['alt'];
  return paragraphs(
    facts?.picture === undefined ? '' : `![](${facts.picture}|height=100)`,
    file.hasBinary
      ? `**${escapeMarkdown(file.name)}**`
      : say`**${escapeMarkdown(file.name)}** (only its metadata is here)`,
    [code(file.path), ...sizes(facts)].join(' · '),
    alt === undefined || alt === '' ? '' : say`Alternative text: ${escapeMarkdown(alt)}`,
  );
}

function sizes(facts: FileFacts | undefined): readonly string[] {
  if (facts === undefined) return [];
  const { pixels, bytes } = facts;
  return [
    ...(pixels === undefined ? [] : [say`${pixels.width} × ${pixels.height} pixels`]),
    ...(bytes === undefined ? [] : [readable(bytes)]),
  ];
}

/** As file managers have it: `512 bytes`, `48 kB`, `1.4 MB`. */
function readable(bytes: number): string {
  if (bytes < 1000) return say`${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function usesOf({ places, files }: FileFacts): string {
  if (files === undefined) return '';
  if (places === undefined) return say`Mentioned in some ${files} content files.`;
  if (places === 0) return say`Not mentioned in the content.`;
  if (places === 1) return say`Mentioned once, in one content file.`;
  return files === 1
    ? say`Mentioned ${places} times, in one content file.`
    : say`Mentioned ${places} times, in ${files} content files.`;
}
