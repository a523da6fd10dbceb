import { type UnknownTag, unknownTags } from '../kirby/kirbytext/unknown-tags.ts';
import type { Fix, Rule } from './rule.ts';
import { textFix } from './text-fix.ts';
import { kirbytexts, memoOfText, type Text } from './texts.ts';
import { say } from '../kirby/text/say.ts';

/**
 * Text in parentheses that was meant for a KirbyTag: a slip in its name, or a blank where
 * `Kirby\Text\KirbyTags` allows none. It stays in the text as it stands. Plugins may register tags
 * of any name; where there are any, only blanks and missing colons are told.
 */
export const unknownTag: Rule = {
  code: 'unknown-tag',
  severity: 'hint',
  reads: 'site',
  *check(context) {
    const { site } = context;
    const mayBeOther = site?.options.hasPlugins !== false;
    for (const text of kirbytexts(context)) {
      for (const unknown of unknownIn(text)) {
        const { span, kind } = unknown;
        if (kind === 'slip' && mayBeOther) continue;
        yield {
          message: messageFor(unknown),
          span: text.toSpan(span),
          fixes: () => fixes(unknown, text),
        };
      }
    }
  },
};

const unknownIn = memoOfText(unknownTags);

function messageFor({ kind, written, near }: UnknownTag): string {
  switch (kind) {
    case 'slip':
      return say`Kirby knows no tag "${written}" and leaves this in the text as it stands. Did you mean "${near}"?`;
    case 'blank':
      return say`This is no tag because of the blank; Kirby leaves it in the text as it stands. Write "(${near}:" in one.`;
    case 'colon':
      return say`This is no tag without a colon; Kirby leaves it in the text as it stands. Write "(${near}:".`;
  }
}

function fixes({ kind, span, near }: UnknownTag, text: Text): readonly Fix[] {
  const titles = {
    slip: say`Use "${near}:"`,
    blank: say`Remove the blank`,
    colon: say`Add the colon`,
  };
  const edit = { span, text: kind === 'colon' ? `${near}:` : near };
  return textFix(text, titles[kind], [edit], { safe: false });
}
