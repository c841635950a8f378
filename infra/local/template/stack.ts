import * as z from 'zod';
import { LocalFailure } from '../local-failure.ts';
import type { Assembly } from './assembly.ts';
import { type Names, resolve } from './intrinsics.ts';

/** A resource of the template; its properties are resolved when they are asked for, not before. */
export type Resource = {
  readonly id: string;
  readonly type: string;
  properties(): Record<string, unknown>;
  /**
   * Its properties by a schema, or some of them: those that can be resolved before all names are known. Throws LocalFailure,
   * with the id and the type, where they are not of that form.
   */
  read<T>(schema: z.ZodType<T>, wanted?: (property: string) => boolean): T;
};

function readBy<T>(schema: z.ZodType<T>, properties: unknown, what: string): T {
  const { data, error } = schema.safeParse(properties);
  if (error) throw new LocalFailure(`The local zone cannot run ${what}: ${z.prettifyError(error)}`);
  return data;
}

/** The stack as it takes shape on this machine: what its names stand for, as far as that is known by now. */
export class Stack {
  readonly name: string;
  readonly region: string;
  readonly account = '000000000000';
  private readonly assembly: Assembly;
  private readonly parameters: ReadonlyMap<string, string>;
  private readonly refs = new Map<string, string>();
  private readonly attributes = new Map<string, string>();

  constructor(assembly: Assembly, parameters: ReadonlyMap<string, string>) {
    this.assembly = assembly;
    this.parameters = parameters;
    this.name = assembly.stackName;
    this.region = assembly.region;
  }

  get partition(): string {
    return this.region.startsWith('cn-') ? 'aws-cn' : 'aws';
  }

  get urlSuffix(): string {
    return this.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  }

  /** Every resource of the types given. */
  ofType(...types: readonly string[]): readonly Resource[] {
    return Object.entries(this.assembly.template.Resources)
      .filter(([, { Type }]) => types.includes(Type))
      .map(([id, { Type, Properties }]) => {
        const properties = (wanted: (property: string) => boolean = () => true) =>
          this.resolved(Object.fromEntries(Object.entries(Properties).filter(([name]) => wanted(name))));
        return {
          id,
          type: Type,
          properties: () => properties(),
          read: (schema, wanted) => readBy(schema, properties(wanted), `${id} (${Type})`),
        };
      });
  }

  /** A name for a resource that the template leaves unnamed, as CloudFormation would make one. */
  physicalName(id: string): string {
    return `${this.name}-${id}`;
  }

  arn(service: string, resource: string, region = this.region): string {
    return `arn:${this.partition}:${service}:${region}:${this.account}:${resource}`;
  }

  assetFolder(hash: string): string {
    return this.assembly.assetFolder(hash);
  }

  /** From now on a resource's `Ref` and attributes stand for these. */
  know(id: string, ref: string, attributes: Readonly<Record<string, string>> = {}): void {
    this.refs.set(id, ref);
    for (const [name, value] of Object.entries(attributes)) this.attributes.set(`${id}.${name}`, value);
  }

  /** What a resource's attribute stands for. Throws LocalFailure where it is not known yet. */
  attribute(id: string, name: string): string {
    const known = this.attributes.get(`${id}.${name}`);
    if (known !== undefined) return known;
    throw new LocalFailure(`The template asks for ${name} of ${id}, which the local zone does not know.`);
  }

  /** Whether the template asks for a parameter. */
  hasParameter(name: string): boolean {
    return name in this.assembly.template.Parameters;
  }

  /** The value of a parameter. */
  parameter(name: string): string {
    const own = this.parameters.get(name);
    if (own !== undefined) return own;
    const preset = this.assembly.template.Parameters[name]?.Default;
    if (preset !== undefined) return String(preset);
    throw new LocalFailure(`The template asks for the parameter ${name}, which has no default and no local value.`);
  }

  private resolved(properties: Record<string, unknown>): Record<string, unknown> {
    const value = resolve(properties, this.names);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  }

  private readonly pseudo = (name: string): string | undefined =>
    ({
      'AWS::Region': this.region,
      'AWS::Partition': this.partition,
      'AWS::AccountId': this.account,
      'AWS::StackName': this.name,
      'AWS::StackId': this.arn('cloudformation', `stack/${this.name}/local`),
      'AWS::URLSuffix': this.urlSuffix,
    })[name];

  private readonly names: Names = {
    ref: (name) => {
      const known = this.pseudo(name) ?? this.refs.get(name);
      if (known !== undefined) return known;
      if (name in this.assembly.template.Parameters) return this.parameter(name);
      throw new LocalFailure(`The template refers to ${name}, of which the local zone knows nothing.`);
    },
    attribute: (id, attribute) => this.attribute(id, attribute),
    condition: (name) => {
      const known = this.assembly.template.Conditions[name];
      if (known !== undefined) return known;
      throw new LocalFailure(`The template asks for the condition ${name}, which it does not have.`);
    },
  };
}
