import type { ValueProblem } from '../kirby/field-types/field-type.ts';
import { say } from '../kirby/text/say.ts';
import type { Model } from '../site/site.ts';

/**
 * What a field type says of a value, and what the Panel does where it refuses the value: it saves a
 * draft all the same (`Kirby\Cms\PageRules::publish()`).
 */
export function saidOf({ message, isRefused, advice }: ValueProblem, model: Model): string {
  if (isRefused !== true) return message;
  const refusal = refusalFor(model);
  return advice === undefined
    ? `${message} ${refusal}.`
    : `${message} ${say`${refusal}; ${advice}.`}`;
}

function refusalFor(model: Model): string {
  if (model.kind !== 'page')
    return say`The Panel refuses to save anything here until this is changed`;
  return model.page.status === 'draft'
    ? say`The Panel does not publish the page until this is changed`
    : say`The Panel refuses to save the page until this is changed`;
}
