import { LocalFailure } from '../local-failure.ts';

/** What the names in a template stand for. Throws LocalFailure where a name is unknown. */
export type Names = {
  ref(name: string): unknown;
  attribute(id: string, attribute: string): unknown;
  condition(name: string): unknown;
};

const noValue = Symbol('AWS::NoValue');
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const asList = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  throw new LocalFailure(`A list was expected in the template, not ${JSON.stringify(value)}.`);
};

function substitute(argument: unknown, names: Names): string {
  const [text, own] = Array.isArray(argument) ? argument : [argument, {}];
  const values = isObject(own) ? own : {};
  return String(text).replace(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
    if (literal) return whole.replace('!', '');
    if (name in values) return String(resolve(values[name], names));
    const [id, ...attribute] = name.split('.');
    return String(attribute.length > 0 ? names.attribute(id ?? '', attribute.join('.')) : names.ref(name));
  });
}

type Intrinsic = (argument: unknown, names: Names) => unknown;
const list = (argument: unknown, names: Names): readonly unknown[] => asList(resolve(argument, names));

/** The intrinsic functions of CloudFormation that a CDK app writes into resources. */
const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, names) => (argument === 'AWS::NoValue' ? noValue : names.ref(String(argument))),
  'Fn::GetAtt': (argument, names) => {
    const [id, ...rest] = typeof argument === 'string' ? argument.split('.') : asList(argument).map(String);
    return names.attribute(id ?? '', rest.join('.'));
  },
  'Fn::Sub': substitute,
  'Fn::Join': (argument, names) => {
    const [separator, parts] = list(argument, names);
    return asList(parts).map(String).join(String(separator));
  },
  'Fn::Select': (argument, names) => {
    const [index, parts] = list(argument, names);
    const found = asList(parts)[Number(index)];
    if (found === undefined) throw new LocalFailure(`Fn::Select asks for ${index} of ${JSON.stringify(parts)}.`);
    return found;
  },
  'Fn::Split': (argument, names) => {
    const [separator, text] = list(argument, names);
    return String(text).split(String(separator));
  },
  'Fn::If': (argument, names) => {
    const [name, whenTrue, whenFalse] = asList(argument);
    return resolve(resolve(names.condition(String(name)), names) ? whenTrue : whenFalse, names);
  },
  'Fn::Equals': (argument, names) => {
    const [left, right] = list(argument, names);
    return String(left) === String(right);
  },
  'Fn::Not': (argument, names) => !list(argument, names)[0],
  'Fn::And': (argument, names) => list(argument, names).every(Boolean),
  'Fn::Or': (argument, names) => list(argument, names).some(Boolean),
};

/** A part of a template with every name and function in it replaced by what it stands for. */
export function resolve(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, names)).filter((item) => item !== noValue);
  if (!isObject(value)) return value;
  const [only, ...more] = Object.entries(value);
  const intrinsic = only && more.length === 0 ? intrinsics[only[0]] : undefined;
  if (intrinsic && only) return intrinsic(only[1], names);
  if (only && more.length === 0 && only[0].startsWith('Fn::')) {
    throw new LocalFailure(`The template uses ${only[0]}, which the local zone does not know.`);
  }
  const entries = Object.entries(value).map(([name, item]) => [name, resolve(item, names)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== noValue));
}
