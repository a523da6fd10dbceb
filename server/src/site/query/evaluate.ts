import { parseQuery } from '../../kirby/query/parse.ts';
import type { Chain, Query, Step } from '../../kirby/query/query.ts';
import { templateParts } from '../../kirby/query/template.ts';
import { member } from './member.ts';
import { rootFunctions } from './methods/roots.ts';
import { type Arguments, type QueryContext, type QueryValue, scalar, textOf } from './value.ts';

/**
 * What a query comes to, as far as files tell. `undefined`: it takes PHP to say (a plugin's method,
 * a page model, a collection), or Kirby cannot answer it either.
 */
export function runQuery(text: string, context: QueryContext): QueryValue | undefined {
  if (context.site.state === 'loading') return undefined;
  const query = parseQuery(text);
  return query && evaluate(query, context);
}

/** A text with queries in it; `undefined` when one of them is not known. */
export function fillTemplate(
  text: string,
  kind: 'safe' | 'plain',
  context: QueryContext,
): string | undefined {
  let filled = '';
  for (const part of templateParts(text, kind)) {
    const piece = typeof part === 'string' ? part : textOf(runQuery(part.query, context));
    if (piece === undefined) return undefined;
    filled += piece;
  }
  return filled;
}

function evaluate(query: Query, context: QueryContext): QueryValue | undefined {
  switch (query.kind) {
    case 'chain':
      return evaluateChain(query, context);
    case 'literal':
      return scalar(query.value);
    case 'list': {
      const items = query.items.map((item) => evaluate(item, context));
      return items.includes(undefined)
        ? undefined
        : { kind: 'list', items: items.filter((item) => item !== undefined) };
    }
    case 'choice': {
      const left = evaluate(query.left, context);
      const holds = query.operator === '??' ? isThere(left) : isTrue(left);
      return holds === undefined ? undefined : holds ? left : evaluate(query.right, context);
    }
    case 'ternary': {
      const holds = isTrue(evaluate(query.condition, context));
      if (holds === undefined) return undefined;
      return evaluate(holds ? query.yes : query.no, context);
    }
    case 'closure':
      return undefined;
  }
}

function evaluateChain({ steps }: Chain, context: QueryContext): QueryValue | undefined {
  let value: QueryValue | undefined;
  for (const [index, step] of steps.entries()) {
    if (index === 0) {
      value = root(step, context);
    } else {
      if (step.isOptional && isThere(value) === false) return value;
      value = value && member(value, step.name, argumentsOf(step, context), context);
    }
    if (value === undefined) return undefined;
  }
  return value;
}

function root(step: Step, context: QueryContext): QueryValue | undefined {
  const known = context.roots.get(step.name);
  if (known !== undefined && step.args === undefined) return known;
  return rootFunctions.get(step.name)?.(undefined, argumentsOf(step, context), context);
}

function argumentsOf({ args }: Step, context: QueryContext): Arguments {
  return args?.map((arg) => evaluate(arg, context));
}

function isThere(value: QueryValue | undefined): boolean | undefined {
  return value === undefined ? undefined : value.kind !== 'scalar' || value.value !== undefined;
}

/** PHP's loose truth; an object is always true, a field without content as well. */
function isTrue(value: QueryValue | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'list') return value.items.length > 0;
  return value.kind !== 'scalar' || (Boolean(value.value) && value.value !== '0');
}
