import { raw } from '../html.ts';
import { withoutRemoteImages } from '../local-html.ts';
import type { FieldRenderer } from './renderer.ts';

/** The HTML of a writer or list field. */
export const writer: FieldRenderer = (value) => raw(withoutRemoteImages(value));
