/** The path of the page that most tests open. */
export const article = 'content/1_article/article.txt';

/** A site with one article on the disk. */
export const smallSite = {
  'content/site.txt': 'Title: Site',
  [article]: 'Title: As on the disk',
  'content/1_article/photo.jpg': '',
  'content/1_article/photo.jpg.txt': 'Uuid: filePhoto0000001\n\n----\n\nAlt: A red photo',
  'content/2_other/article.txt': 'Title: Other\n\n----\n\nUuid: pageOther0000001',
  'site/blueprints/pages/article.yml': `title: Article
fields:
  blocks:
    type: blocks
  layout:
    type: layout
  cover:
    type: files
  text:
    type: textarea
`,
};

/** A content file of these fields. */
export function content(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n\n----\n\n');
}

/** A blocks field in which a quoted "false" hides a block: one problem, with two fixes. */
export const hidden = content({ Blocks: '[{"type":"line","isHidden":"false"}]' });

/** Two blocks of one id: one problem, whose fix is safe. */
export const twins = content({
  Blocks: '[{"id":"a","type":"line"},{"id":"a","type":"line"},{"id":"b","type":"line"}]',
});
