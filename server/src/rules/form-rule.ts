import type { FieldEnvironment } from '../kirby/field-types/field-type.ts';
import type { Form } from '../kirby/values/field-value.ts';
import { fieldEnvironment, forms } from '../site/forms.ts';
import { remembered } from '../site/remembered.ts';
import type { ContentFile, Site } from '../site/site.ts';
import type { RuleContext } from './rule.ts';

/** What rules about whole forms look at. */
export interface FormContext {
  readonly site: Site;
  readonly file: ContentFile;
  readonly forms: readonly Form[];
  readonly environment: FieldEnvironment;
  /** The file is a translation: what it lacks comes from the default language. */
  readonly isTranslation: boolean;
}

/** `undefined` where nothing can be known: outside of a site, while it loads, in unsaved changes. */
export function formContext(context: RuleContext): FormContext | undefined {
  const { document, site, file } = context;
  if (site?.state !== 'ready' || file === undefined || file.isChanges) return undefined;
  return contextIn(context, () => ({
    site,
    file,
    forms: forms(document, site, file),
    environment: fieldEnvironment(site, file),
    isTranslation: file.language !== undefined && file.language !== site.options.defaultLanguage,
  }));
}

const contextIn = remembered<FormContext>();
