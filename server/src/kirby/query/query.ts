/** A query of Kirby's little language: `page.siblings.pluck("tags", ",", true)`. */
export type Query = Chain | Literal | List | Choice | Ternary | Closure;

/** `site.find("blog").children` */
export interface Chain {
  readonly kind: 'chain';
  readonly steps: readonly Step[];
}

/** One name of a chain. */
export interface Step {
  readonly name: string;
  /** `undefined`: without parentheses. */
  readonly args: readonly Query[] | undefined;
  /** Whether `?.` stands before it: of nothing follows nothing. */
  readonly isOptional: boolean;
}

export interface Literal {
  readonly kind: 'literal';
  /** `undefined` is Kirby's `null`. */
  readonly value: Scalar;
}

export type Scalar = string | number | boolean | undefined;

/** `["a", "b"]` */
export interface List {
  readonly kind: 'list';
  readonly items: readonly Query[];
}

/** `a ?? b`, `a ?: b` */
export interface Choice {
  readonly kind: 'choice';
  readonly operator: '??' | '?:';
  readonly left: Query;
  readonly right: Query;
}

/** `a ? b : c` */
export interface Ternary {
  readonly kind: 'ternary';
  readonly condition: Query;
  readonly yes: Query;
  readonly no: Query;
}

/** `() => query` */
export interface Closure {
  readonly kind: 'closure';
  readonly body: Query;
}
