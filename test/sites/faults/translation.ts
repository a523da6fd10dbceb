import type { SiteFiles } from '../../support/site.ts';
import type { ValueFault } from './form.ts';

/** The same site in two languages. */
export const translatedSite: SiteFiles = {
  'content/site.en.txt': 'Title: Site',
  'site/languages/en.php': "<?php return ['code' => 'en', 'default' => true];",
  'site/languages/de.php': "<?php return ['code' => 'de'];",
  'site/blueprints/pages/form.yml': `
title: Form
fields:
  intro:
    type: text
  size:
    type: number
    translate: false
`,
  'content/1_form/form.en.txt':
    'Title: Form\n\n----\n\nIntro: words\n\n----\n\nSize: 3\n\n----\n\nUuid: formFormForm0001',
};

export const translatedPath = 'content/1_form/form.de.txt';

/** A translation without any problem. */
export const translation = 'Title: Formular\n\n----\n\nIntro: Worte';

/** What a translation may hold and Kirby reads otherwise than it looks. */
export const translationFaults: readonly ValueFault[] = [
  { code: 'hidden-fallback', from: 'Intro: Worte', to: 'Intro: ', marked: 'Intro' },
  {
    code: 'untranslated-field',
    from: 'Intro: Worte',
    to: 'Size: 4\n\n----\n\nIntro: Worte',
    marked: 'Size',
  },
  {
    code: 'misplaced-key',
    from: 'Intro: Worte',
    to: 'Uuid: formFormForm0001\n\n----\n\nIntro: Worte',
    marked: 'Uuid',
  },
];
