import { kirbytextHtml } from '../kirbytext.ts';
import type { FieldRenderer } from './renderer.ts';

/** KirbyText. */
export const textarea: FieldRenderer = (value, context) => kirbytextHtml(value, context);
