import { displayType } from './display.ts';

export const info = displayType('info');
