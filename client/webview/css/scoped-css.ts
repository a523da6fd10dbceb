import { mediaConditions } from './media-query.ts';
import { type Locate, safeDeclarations } from './safe-declarations.ts';

export interface Scope {
  /** Selector of the one element that the rules reach, with all that is in it. */
  readonly root: string;
  readonly locate: Locate;
  /** Whether the editor is dark. */
  readonly isDark: boolean;
  /** Whether a family of fonts is the page's own, and so not to be given another face. */
  readonly isOwnFont: (family: string) => boolean;
}

/**
 * A style sheet of the site as one that reaches the preview's page and nothing around it. The browser has
 * read the rules, and those are written anew: what it does not know, `@import`, and rules that count for
 * the whole document are left out.
 */
export function scopedCss(rules: CSSRuleList, scope: Scope): string {
  const outside: string[] = [];
  const inside = [...rules].map((rule) => written(rule, scope, outside)).join('\n');
  return [...outside, `@scope (${scope.root}) {\n${inside}\n}`].join('\n');
}

/** @param outside where to put what has to stand on its own */
function written(rule: CSSRule, scope: Scope, outside: string[]): string {
  const group = (head: string, { cssRules }: { readonly cssRules: CSSRuleList }): string =>
    `${head} {\n${[...cssRules].map((one) => written(one, scope, outside)).join('\n')}\n}`;

  if (rule instanceof CSSStyleRule) {
    const declarations = safeDeclarations(rule.style.cssText, scope.locate);
    const nested = [...rule.cssRules].map((one) => written(one, scope, outside)).join('\n');
    return `${scopedSelector(rule.selectorText)} { ${declarations}\n${nested} }`;
  }
  if (isDeclarations(rule)) return safeDeclarations(rule.style.cssText, scope.locate);
  if (rule instanceof CSSMediaRule) {
    return mediaConditions(rule.media.mediaText, scope.isDark)
      .map(([first, ...inner]) => {
        const body = group(inner.at(-1) ?? first ?? '@media all', rule);
        return inner.length === 0 ? body : `${first ?? ''} { ${body} }`;
      })
      .join('\n');
  }
  if (rule instanceof CSSSupportsRule) return group(`@supports ${rule.conditionText}`, rule);
  if (rule instanceof CSSContainerRule) return group(`@container ${rule.conditionText}`, rule);
  if (rule instanceof CSSLayerBlockRule) return group(`@layer ${rule.name}`, rule);
  if (rule instanceof CSSLayerStatementRule) outside.push(rule.cssText);
  if (rule instanceof CSSKeyframesRule) outside.push(keyframes(rule, scope));
  if (rule instanceof CSSFontFaceRule) outside.push(fontFace(rule, scope));
  return '';
}

/** Movements by the names of our own are left out. */
function keyframes(rule: CSSKeyframesRule, { locate }: Scope): string {
  if (rule.name.startsWith('kirby-')) return '';
  const steps = [...rule.cssRules].map((step) =>
    step instanceof CSSKeyframeRule
      ? `${step.keyText} { ${safeDeclarations(step.style.cssText, locate)} }`
      : '',
  );
  return `@keyframes ${CSS.escape(rule.name)} { ${steps.join(' ')} }`;
}

function fontFace({ style }: CSSFontFaceRule, { locate, isOwnFont }: Scope): string {
  const family = style.getPropertyValue('font-family').replace(/^["']|["']$/g, '');
  return isOwnFont(family) ? '' : `@font-face { ${safeDeclarations(style.cssText, locate)} }`;
}

/** Declarations behind a nested rule have a rule of their own, which not all browsers know. */
function isDeclarations(rule: CSSRule): rule is CSSRule & { readonly style: CSSStyleDeclaration } {
  return rule.constructor.name === 'CSSNestedDeclarations' && 'style' in rule;
}

/**
 * What a selector means on a page of which the preview shows the body only: `html`, `body` and `:root` are
 * the root of the scope. `body.home > h1` → `:scope.home > h1`
 */
export function scopedSelector(selector: string): string {
  return selector
    .replace(
      /("(?:\\[^]|[^"\\])*")|(?<![-\w.#:\\[])(?:html|body)(?![-\w])|:root(?![-\w])/gi,
      (_whole, text: string | undefined) => text ?? ':scope',
    )
    .replace(/:scope(?:\s*>\s*|\s+):scope/g, ':scope');
}
