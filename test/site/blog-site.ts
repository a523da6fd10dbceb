import type { Site } from '../../server/src/site/site.ts';
import { sitePath, type SitePath } from '../../server/src/site/site-path.ts';

/** A site with a page, a page below it and a photo, for tests of how sites are read and kept. */
export const files = {
  'content/site.txt': 'Title: Site',
  'content/1_blog/blog.txt': 'Title: Blog\n\n----\n\nUuid: blogBlogBlogBlog',
  'content/1_blog/photo.jpg': '',
  'content/1_blog/photo.jpg.txt': 'Alt: A photo\n\n----\n\nUuid: photoPhotoPhoto1',
  'content/1_blog/2_post/post.txt': 'Title: Post',
  'site/blueprints/pages/blog.yml': 'title: Blog\nfields:\n  text:\n    type: textarea\n',
};

export function paths(...names: readonly string[]): readonly SitePath[] {
  return names.map((name) => sitePath(name));
}

export function fileStatus(site: Site, uuid: string): string {
  return site.resolveFile(`file://${uuid}`, { kind: 'site' }).status;
}
