import type { Span } from '../kirby/text/span.ts';
import { valueAtOffset } from '../kirby/values/at.ts';
import { contentsOf } from '../kirby/values/contents.ts';
import type { RuleContext } from '../rules/rule.ts';
import { forms } from '../site/forms.ts';
import type { UserEntry } from '../site/site.ts';

/** The account that an item of a users field at an offset stands for, wherever the field stands. */
export function userAt(
  { document, site, file }: RuleContext,
  offset: number,
): { readonly user: UserEntry; readonly span: Span } | undefined {
  if (site?.users === undefined || file === undefined) return undefined;
  const { yamlHandler } = site.options;
  const value = valueAtOffset(forms(document, site, file), offset, yamlHandler)?.value;
  if (value?.definition.type !== 'users') return undefined;
  const contents = contentsOf(value, yamlHandler);
  const path = contents?.pathAt(offset);
  const span = path && contents?.spanAt(path);
  const reference = path && contents?.textAt(path)?.text;
  const found = reference === undefined ? undefined : site.resolveUser(reference);
  return span === undefined || found?.status !== 'found' ? undefined : { user: found.user, span };
}
