import { emailAnchor } from './anchor.ts';
import type { TagRenderer } from './renderer.ts';

/** `(email: me@example.org?subject=Hi text: Write to me)` */
export const email: TagRenderer = ({ value, attribute }) =>
  emailAnchor(
    value,
    { kind: 'text', text: attribute('text') },
    {
      class: attribute('class'),
      rel: attribute('rel'),
      target: attribute('target'),
      title: attribute('title'),
    },
  );
