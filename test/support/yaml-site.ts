import type { SiteFiles } from './site.ts';

const blueprint = `title: Article
fields:
  rows:
    type: structure
  object:
    type: object
  entries:
    type: entries
  cover:
    type: files
  text:
    type: textarea
`;

/** A site whose articles have a field of each kind that holds YAML, read by Spyc. */
export const yamlSite: SiteFiles = { 'site/blueprints/pages/article.yml': blueprint };

/** The same, read by Symfony. */
export const symfonySite: SiteFiles = {
  ...yamlSite,
  'site/config/config.php': "<?php return ['yaml' => ['handler' => 'symfony']];",
};
