import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { rulePage } from '../../../server/src/protocol/index.ts';

/** The addresses of rules' pages by their codes. */
const pages = new Map<string, vscode.Uri>();

/** Puts the link to its rule's page at each problem of an open file: the server leaves it out with every key. */
export const withRulePages: NonNullable<Middleware['handleDiagnostics']> = (
  uri,
  problems,
  next,
) => {
  for (const problem of problems) {
    if (typeof problem.code === 'string') problem.code = linked(problem.code);
  }
  next(uri, problems);
};

function linked(code: string): { readonly value: string; readonly target: vscode.Uri } {
  const target = pages.get(code) ?? vscode.Uri.parse(rulePage(code));
  pages.set(code, target);
  return { value: code, target };
}
