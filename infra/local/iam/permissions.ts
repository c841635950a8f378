import { LocalFailure } from '../local-failure.ts';
import type { Stack } from '../template/stack.ts';
import { type Denial, evaluate } from './evaluate.ts';
import { type Granted, grantsOf } from './grants.ts';
import { keyActions } from './key-use.ts';
import type { Need } from './needs.ts';
import { type Guard, type Role, readGuards, readRoles, roleArnOf } from './policies.ts';

/** A need with the service that has it for its caller; only a service uses a key. */
type Asked = Need & { readonly via?: string };

/** A permission of a Lambda, and whether anything was done by it since the zone was started. */
export type Permission = Granted & { readonly lambda: string; readonly used: boolean };

type Read = {
  readonly roles: ReadonlyMap<string, Role>;
  /** By the Lambda's id. */
  readonly roleArns: ReadonlyMap<string, string>;
  readonly guardAt: (arn: string) => Guard;
  readonly queueArns: ReadonlyMap<string, string>;
};

const nameOf = ({ action, resource, via = '' }: Asked): string => `${action} ${resource} ${via}`;

/** What the roles of the template allow, judged by its policies, and what of it was needed. */
export class Permissions {
  private readonly stack: Stack;
  private read: Read | undefined;
  private readonly denials = new Map<string, Promise<Denial>>();
  private readonly used = new Map<string, Set<string>>();

  constructor(stack: Stack) {
    this.stack = stack;
  }

  /** What AWS says to a Lambda that may not do all of this; undefined where it may. */
  async refusal(lambda: string, needs: readonly Need[]): Promise<string | undefined> {
    const role = this.roleOf(lambda);
    for (const one of needs.flatMap((need) => this.withKey(need))) {
      const denial = await this.denial(role, one);
      if (denial === undefined) continue;
      const session = `arn:${this.stack.partition}:sts::${this.stack.account}:assumed-role/${role.name}/${this.stack.physicalName(lambda)}`;
      return `User: ${session} is not authorized to perform: ${one.action} on resource: ${one.resource} ${denial}`;
    }
    return undefined;
  }

  /** Why AWS would not let a service do this in its own name, nor use the key with it; undefined where it would. */
  async serviceDenial(service: string, need: Need, context: Readonly<Record<string, string>>): Promise<Denial> {
    for (const { action, resource } of this.withKey(need)) {
      const denial = await evaluate({
        principal: service,
        action,
        resource,
        account: this.stack.account,
        identityPolicies: [],
        resourcePolicy: this.known.guardAt(resource).policy,
        context,
      });
      if (denial !== undefined) return `${action} ${denial}`;
    }
    return undefined;
  }

  /** Notes that a Lambda did all of this, or that it was done in its name. */
  note(lambda: string, needs: readonly Need[]): void {
    const { arn } = this.roleOf(lambda);
    const used = this.used.get(arn) ?? new Set();
    for (const one of needs.flatMap((need) => this.withKey(need))) used.add(nameOf(one));
    this.used.set(arn, used);
  }

  /** Whether there is such a Lambda. */
  knows(lambda: string): boolean {
    return this.known.roleArns.has(lambda);
  }

  /** The role by its ARN, which must be one of the template. */
  role(arn: string): Role {
    const role = this.known.roles.get(arn);
    if (role) return role;
    throw new LocalFailure(`${arn} is no role of the template.`);
  }

  roleOf(lambda: string): Role {
    return this.role(this.known.roleArns.get(lambda) ?? `The role of ${lambda}`);
  }

  queueArn(name: string): string {
    return this.known.queueArns.get(name) ?? this.stack.arn('sqs', name);
  }

  /** Every permission on data that a Lambda has. */
  get all(): readonly Permission[] {
    return [...this.known.roleArns].flatMap(([lambda, arn]) =>
      grantsOf(this.role(arn).policies).map((granted) => ({
        ...granted,
        lambda,
        used: this.used.get(arn)?.has(nameOf(granted)) ?? false,
      })),
    );
  }

  private get known(): Read {
    const { stack } = this;
    this.read ??= {
      roles: readRoles(stack),
      roleArns: new Map(stack.ofType('AWS::Lambda::Function').map((lambda) => [lambda.id, roleArnOf(lambda)])),
      guardAt: readGuards(stack),
      queueArns: new Map(
        stack.ofType('AWS::SQS::Queue').map(({ id }) => [stack.attribute(id, 'QueueName'), stack.attribute(id, 'Arn')]),
      ),
    };
    return this.read;
  }

  private withKey(need: Need): readonly Asked[] {
    const { key } = this.known.guardAt(need.resource);
    const [via = ''] = need.action.split(':');
    return [
      need,
      ...(key === undefined ? [] : keyActions(need.action).map((action) => ({ action, resource: key, via }))),
    ];
  }

  /** One answer serves all who ask the same: policies do not change while a zone runs. */
  private denial(role: Role, asked: Asked): Promise<Denial> {
    const name = `${role.arn} ${nameOf(asked)}`;
    const before = this.denials.get(name);
    if (before) return before;
    const { region, urlSuffix, account } = this.stack;
    const denial = evaluate({
      principal: role.arn,
      action: asked.action,
      resource: asked.resource,
      account,
      identityPolicies: role.policies,
      resourcePolicy: this.known.guardAt(asked.resource).policy,
      ...(asked.via !== undefined && { context: { 'kms:ViaService': `${asked.via}.${region}.${urlSuffix}` } }),
    });
    this.denials.set(name, denial);
    return denial;
  }
}
