import { date } from './date.ts';
import { email } from './email.ts';
import { file } from './file.ts';
import { gist } from './gist.ts';
import { image } from './image.ts';
import { link } from './link.ts';
import type { TagRenderer } from './renderer.ts';
import { tel } from './tel.ts';
import { video } from './video.ts';

/** By type, aliases aside. */
export const tagRenderers: Readonly<Record<string, TagRenderer | undefined>> = {
  date,
  email,
  file,
  gist,
  image,
  link,
  tel,
  video,
};
