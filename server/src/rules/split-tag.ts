import { type SplitTag, splitTags, tagInside } from '../kirby/kirbytext/split-tags.ts';
import { parseTags, attributeOf } from '../kirby/kirbytext/tags.ts';
import { slice } from '../kirby/text/span.ts';
import type { Fix, Rule } from './rule.ts';
import { textFix } from './text-fix.ts';
import { kirbytexts, tagsOf, type Text } from './texts.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A word in a KirbyTag that ends like an attribute, or a tag in the text of another one:
 * `Kirby\Text\KirbyTag::parse()` splits the tag there, without asking where words begin.
 */
export const splitTag: Rule = {
  code: 'split-tag',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    for (const text of kirbytexts(context)) {
      for (const split of splitTags(text.text, tagsOf(text))) {
        yield {
          message: say`${reason(split, text)} Kirby takes "${split.name}:" for an attribute of this tag and tears the text apart there; ${advice(split)}.`,
          span: text.toSpan(split.span),
          fixes: () => fixes(split, text),
        };
      }
    }
  },
};

function reason({ kind, span, name }: SplitTag, { text }: Text): string {
  switch (kind) {
    case 'word':
      return say`"${slice(text, span)}" ends with the name of an attribute.`;
    case 'address':
      return say`This address has "${name}:" in it.`;
    case 'tag':
      return say`A tag cannot stand in the text of this one.`;
  }
}

function advice({ kind }: SplitTag): string {
  switch (kind) {
    case 'word':
      return say`use another word, or put a blank before the colon`;
    case 'address':
      return say`write the colon as %3A`;
    case 'tag':
      return say`use a link of Markdown`;
  }
}

function fixes(split: SplitTag, text: Text): readonly Fix[] {
  const colon = { start: split.span.end - 1, end: split.span.end };
  switch (split.kind) {
    case 'word':
      return textFix(text, say`Put a blank before the colon`, [{ span: colon, text: ' :' }], {
        safe: false,
      });
    case 'address':
      return textFix(text, say`Write the colon as %3A`, [{ span: colon, text: '%3A' }], {
        safe: false,
      });
    case 'tag':
      return markdownLink(split, text);
  }
}

/** A caption is Markdown, too. */
function markdownLink(split: SplitTag, text: Text): readonly Fix[] {
  const span = tagInside(text.text, split);
  const [tag] = span === undefined ? [] : parseTags(slice(text.text, span));
  if (span === undefined || tag?.type !== 'link' || split.type !== 'image') return [];
  const label = attributeOf(tag, 'text') ?? tag.value.text;
  if (tag.attributes.length > 1 || !/^https?:\/\/[^\s()]+$/.test(tag.value.text)) return [];
  const link = `[${label}](${tag.value.text})`;
  return textFix(text, say`Make it a link of Markdown`, [{ span, text: link }], { safe: false });
}
