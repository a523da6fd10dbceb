import { raw } from '../html.ts';
import type { BlockRenderer } from './renderer.ts';

/** `config/blocks/line/line.php`. */
export const line: BlockRenderer = () => raw('<hr />\n');
