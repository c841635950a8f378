import { LocalFailure } from '../local-failure.ts';
import type { Template } from './template.ts';

/** Everything under one name; a name that two stacks have would hide one from the other. */
function union<T>(parts: readonly Readonly<Record<string, T>>[], what: string, isShared = false): Record<string, T> {
  const all: Record<string, T> = {};
  for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
    if (name in all && !isShared) throw new LocalFailure(`Two stacks of the zone have the ${what} ${name}.`);
    all[name] = value;
  }
  return all;
}

/** A part of a template with what it imports of another stack in place of the import. */
function imported(value: unknown, exports: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => imported(item, exports));
  if (typeof value !== 'object' || value === null) return value;
  const { 'Fn::ImportValue': name, ...others } = Object.fromEntries(Object.entries(value));
  if (name === undefined)
    return Object.fromEntries(Object.entries(others).map(([key, item]) => [key, imported(item, exports)]));
  if (typeof name === 'string' && exports.has(name)) return imported(exports.get(name), exports);
  throw new LocalFailure(`The template imports ${JSON.stringify(name)}, which no stack of the zone exports.`);
}

/**
 * One template of the stacks of a zone: what one imports of another stands in its place. Throws LocalFailure where two have
 * something of one name, or one imports what none exports.
 */
export function joined(templates: readonly Template[]): Template {
  const outputs = templates.flatMap(({ Outputs }) => Object.values(Outputs));
  const exports = new Map(outputs.flatMap(({ Value, Export }) => (Export ? [[Export.Name, Value] as const] : [])));
  const resources = union(
    templates.map(({ Resources }) => Resources),
    'resource',
  );
  return {
    Parameters: union(
      templates.map(({ Parameters }) => Parameters),
      'parameter',
      true,
    ),
    Conditions: union(
      templates.map(({ Conditions }) => Conditions),
      'condition',
      true,
    ),
    Resources: Object.fromEntries(
      Object.entries(resources).map(([id, { Properties, ...resource }]) => [
        id,
        {
          ...resource,
          Properties: Object.fromEntries(
            Object.entries(Properties).map(([name, value]) => [name, imported(value, exports)]),
          ),
        },
      ]),
    ),
    Outputs: union(
      templates.map(({ Outputs }) => Outputs),
      'output',
    ),
  };
}
