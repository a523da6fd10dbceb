import { phoneAnchor } from './anchor.ts';
import type { TagRenderer } from './renderer.ts';

/** `(tel: +49 30 1234 text: Call us)` */
export const tel: TagRenderer = ({ value, attribute }) =>
  phoneAnchor(
    value,
    { kind: 'text', text: attribute('text') },
    { class: attribute('class'), rel: attribute('rel'), title: attribute('title') },
  );
