import * as z from 'zod';
import { LocalFailure } from '../local-failure.ts';
import type { Stack } from '../template/stack.ts';
import type { LocalFunction } from './local-function.ts';

const Alias = z.object({ FunctionName: z.string(), FunctionVersion: z.string(), Name: z.string() });

/** Of each Lambda there is one version here, the code that was synthesized; every alias leads to it. */
export function nameAliases(stack: Stack, functions: readonly LocalFunction[]): void {
  for (const resource of stack.ofType('AWS::Lambda::Version')) {
    const { FunctionName } = resource.read(z.object({ FunctionName: z.string() }));
    stack.know(resource.id, `${stack.arn('lambda', `function:${FunctionName}`)}:1`, { Version: '1' });
  }
  for (const resource of stack.ofType('AWS::Lambda::Alias')) {
    const { FunctionName, Name } = resource.read(Alias);
    const target = functions.find(({ name }) => name === FunctionName);
    if (!target) throw new LocalFailure(`The alias ${resource.id} is of no Lambda of the template.`);
    target.addAlias(Name);
    stack.know(resource.id, `${target.arn}:${Name}`);
  }
}
