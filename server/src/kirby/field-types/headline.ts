import { displayType } from './display.ts';

export const headline = displayType('headline');
