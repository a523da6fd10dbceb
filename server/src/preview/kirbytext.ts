import { codeIn } from '../kirby/kirbytext/in-code.ts';
import { smartyPants, type SmartyPantsOptions } from '../kirby/kirbytext/smartypants.ts';
import { attributeOf, type KirbyTag, parseTags } from '../kirby/kirbytext/tags.ts';
import { tagTypes } from '../kirby/kirbytext/tag-types.ts';
import { parsedown } from '../kirby/markdown/parsedown.ts';
import type { MarkdownOptions } from '../kirby/markdown/run.ts';
import { slice } from '../kirby/text/span.ts';
import { type Html, raw } from './html.ts';
import { withoutRemoteImages } from './local-html.ts';
import type { KirbytextContext } from './tags/context.ts';
import { tagRenderers } from './tags/index.ts';
import type { TagContext } from './tags/renderer.ts';
import { tagNote } from './tags/tag-note.ts';
import { say } from '../kirby/text/say.ts';

/*
 * Classes that only an editor sees: .kirby-tag-note[title] (a tag that Kirby prints as it stands,
 * or drops), .kirby-gist (a link), and those of placeholders and videos in `render.ts`.
 */

/**
 * `$field->kirbytext()`: tags, then Markdown, then typographic signs when the site wants them. What is
 * HTML in the text stays HTML.
 */
export function kirbytextHtml(text: string, context: KirbytextContext): Html {
  return render(text, context, false);
}

/** `$field->kirbytextinline()`: the same without paragraphs and other blocks, for captions. */
export function kirbytextInline(text: string, context: KirbytextContext): Html {
  return render(text, context, true);
}

/** `$field->kirbytags()`: the tags alone. What Markdown makes of the rest is not done. */
export function kirbytagsHtml(text: string, context: KirbytextContext): Html {
  return raw(replaceTags(text, context));
}

function render(text: string, context: KirbytextContext, inline: boolean): Html {
  const html = parsedown(replaceTags(text, context), { ...markdownOptions(context), inline });
  const signs = signsOf(context);
  const smart = signs === false ? html : smartyPants(html, signs);
  return raw(context.audience === 'editor' ? withoutRemoteImages(smart) : smart);
}

/** The signs of the site, and of the language on top of them (`App::smartypants()`). */
function signsOf({ site, language }: KirbytextContext): false | SmartyPantsOptions {
  const signs = site?.options.smartypants ?? false;
  if (site === undefined || signs === false) return signs;
  const code = language ?? site.options.defaultLanguage;
  const own = site.options.languageDetails.find((one) => one.code === code)?.smartypants;
  return { ...signs, ...own };
}

function markdownOptions({ site }: KirbytextContext): MarkdownOptions {
  return site?.options.markdown ?? { breaks: true, extra: false, safe: false };
}

function replaceTags(text: string, context: KirbytextContext): string {
  // Safe Markdown escapes what tags have made, and in code an author sees it: it must be what Kirby makes.
  const isSafe = context.site?.options.markdown.safe === true;
  const shownContext = tagContextOf(isSafe ? { ...context, audience: 'page' } : context);
  const codeContext = tagContextOf({ ...context, audience: 'page' });
  const isCode = codeIn(text);
  let result = '';
  let at = 0;
  for (const tag of parseTags(text)) {
    const own = isCode(tag.span.start) ? codeContext : shownContext;
    result += text.slice(at, tag.span.start) + tagHtml(tag, slice(text, tag.span), own);
    at = tag.span.end;
  }
  return result + text.slice(at);
}

function tagContextOf(context: KirbytextContext): TagContext {
  return { ...context, captionHtml: (caption) => kirbytextInline(caption, context).html };
}

/** A tag that Kirby does not know, or on which it fails, stays as it is. */
function tagHtml(tag: KirbyTag, source: string, context: TagContext): string {
  const type = tagTypes.get(tag.type);
  const name = type?.aliasOf ?? tag.type;
  const renderer = Object.hasOwn(tagRenderers, name) ? tagRenderers[name] : undefined;
  if (renderer === undefined) return source;
  const defaults = context.site?.options.kirbytext.tagDefaults[name];
  const call = {
    source,
    value: tag.value.text,
    attribute: (key: string) => attributeOf(tag, key) ?? defaults?.[key],
  };
  const html = renderer(call, context);
  if (html !== undefined) return html;
  if (context.audience === 'page') return source;
  return tagNote(source, say`Kirby cannot show this tag and prints it as it stands.`);
}
