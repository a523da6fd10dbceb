import { type LostLink, lostLinks, permalink } from '../kirby/html/lost-links.ts';
import { type UuidLink, uuidLinks } from '../kirby/kirbytext/uuid-links.ts';
import { contains } from '../kirby/text/span.ts';
import type { Fix, Rule, RuleContext } from './rule.ts';
import { textFix } from './text-fix.ts';
import { htmls, kirbytexts, memoOfText, tagsOf, type Text } from './texts.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A link in a writer or list field whose address `Kirby\Sane\Sane` does not allow: the next save in
 * the Panel removes it and keeps only its text. UUIDs are not looked up in HTML; the Panel writes
 * `/@/page/…` there. In KirbyText, a link of Markdown to a UUID of a page stays as it is written.
 */
export const lostLink: Rule = {
  code: 'lost-link',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const text of htmls(context)) {
      for (const link of lostIn(text)) {
        yield {
          message: messageFor(link),
          span: text.toSpan(link.span),
          fixes: () => fixes(link, text, context),
        };
      }
    }
    for (const text of kirbytexts(context)) {
      for (const link of uuidLinksIn(text)) {
        yield {
          message: say`Kirby does not look up page:// in a link of Markdown: readers find an address that leads nowhere. Write (link: ${link.uuid} text: …).`,
          severity: 'warning',
          span: text.toSpan(link.span),
          fixes: () => (isMissing(link.uuid, 'page', context) ? [] : tagFix(link, text)),
        };
      }
    }
  },
};

const uuidLinksIn = memoOfText(uuidLinks);

/** A label that a tag could take apart is left to the author, and so is a link in a tag: it holds no other one. */
function tagFix({ uuid, whole, label }: UuidLink, text: Text): readonly Fix[] {
  const isWhole = text.text.slice(whole.start, whole.end) === `[${label}](${uuid})`;
  if (!isWhole || !/^[^():`*_<>&\\]*\S[^():`*_<>&\\]*$/.test(label)) return [];
  if (tagsOf(text).some(({ span }) => contains(span, whole))) return [];
  const tag = `(link: ${uuid} text: ${label.trim()})`;
  return textFix(text, say`Make it a tag`, [{ span: whole, text: tag }], { safe: false });
}

const lostIn = memoOfText(lostLinks);

function messageFor({ kind, href }: LostLink): string {
  const lost = say`the Panel removes the link at the next save`;
  switch (kind) {
    case 'page':
    case 'file':
      return say`Kirby does not look up ${kind}:// in this field: the link leads nowhere, and ${lost}. Write ${permalink(`${kind}://…`)} instead.`;
    case 'scheme':
      return say`Addresses that begin with "${href.slice(0, href.indexOf(':') + 1)}" are not allowed in this field: ${lost}. Use a web address, a page, "mailto:" or "tel:".`;
    case 'folder':
      return say`Addresses with "../" are not allowed in this field: ${lost}. Begin the address with "/".`;
    case 'host':
      return say`Addresses that begin with "//" are not allowed in this field: ${lost}. Begin with "https://".`;
    case 'tel':
      return say`A phone number has only digits and a "+" before them in this field: ${lost}. Write it without blanks and signs.`;
  }
}

function fixes({ kind, href, span }: LostLink, text: Text, context: RuleContext): readonly Fix[] {
  switch (kind) {
    case 'page':
    case 'file':
      if (isMissing(href, kind, context)) return [];
      return textFix(text, say`Use the permalink`, [{ span, text: permalink(href) }], {
        safe: true,
      });
    case 'host':
      return textFix(
        text,
        say`Begin with "https:"`,
        [{ span: { start: span.start, end: span.start }, text: 'https:' }],
        { safe: false },
      );
    case 'tel': {
      const number = href.slice('tel:'.length).replace(/(?!^)\+|[^+\d]/g, '');
      return textFix(text, say`Leave only the digits`, [{ span, text: `tel:${number}` }], {
        safe: false,
      });
    }
    case 'scheme':
    case 'folder':
      return [];
  }
}

/** A permalink of nothing would lead nowhere, either. */
function isMissing(href: string, kind: 'page' | 'file', { site, file }: RuleContext): boolean {
  const uuid = /^[^/?#]*:\/\/[^/?#]*/.exec(href)?.[0] ?? href;
  const from = file?.model ?? { kind: 'site' };
  const found = kind === 'page' ? site?.resolvePage(uuid, from) : site?.resolveFile(uuid, from);
  return found?.status === 'missing';
}
