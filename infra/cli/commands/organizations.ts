import { buildCommand, buildRouteMap } from '@stricli/core';
import * as z from 'zod';
import type { Cli } from '../cli.ts';
import { openZone } from '../open-zone.ts';
import { positional } from '../positional.ts';
import { at, show, showList } from '../show.ts';
import { Json, path } from '../zone-client.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';
import { proofRoutes } from './deletion-proofs.ts';
import { tagRoutes } from './held-tags.ts';
import { deleteCommand, exportCommand } from './personal-rights.ts';
import { reinstateCommand, suspendCommand } from './standing.ts';
import { verifyCommand } from './verify.ts';

const Items = z.object({ items: z.array(Json) });

const organizationArgument = (cli: Cli) => positional(cli, 'id', { zh: '机构编号', en: 'id of the organization' });

const showCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '查看一家机构', en: 'show one' }) },
    parameters: { flags: zoneFlags(cli), positional: { kind: 'tuple', parameters: [organizationArgument(cli)] } },
    func: async (flags: ZoneFlags, id: string): Promise<void> => {
      const zone = await openZone(cli, flags);
      show(cli, flags, Json.parse((await zone.call('GET', path`/v1/organizations/${id}`)).body));
    },
  });

const invitationsCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '未确认联系人的邀请', en: 'how the invitations of its contacts stand' }) },
    parameters: { flags: zoneFlags(cli), positional: { kind: 'tuple', parameters: [organizationArgument(cli)] } },
    func: async (flags: ZoneFlags, id: string): Promise<void> => {
      const zone = await openZone(cli, flags);
      const { items } = Items.parse((await zone.call('GET', path`/v1/organizations/${id}/invitations`)).body);
      showList(cli, flags, { items, isMore: false }, [
        { head: { zh: '地址', en: 'address' }, of: at('email') },
        { head: { zh: '状态', en: 'state' }, of: at('state') },
        { head: { zh: '时间', en: 'since' }, of: at('at') },
      ]);
    },
  });

/** What an operator does with organizations. */
export const organizationRoutes = (cli: Cli) =>
  buildRouteMap({
    docs: { brief: cli.say({ zh: '机构', en: 'organizations: what was verified of them, and their standing' }) },
    routes: {
      show: showCommand(cli),
      verify: verifyCommand(cli),
      tags: tagRoutes(cli),
      suspend: suspendCommand(cli),
      reinstate: reinstateCommand(cli),
      export: exportCommand(cli),
      delete: deleteCommand(cli),
      proof: proofRoutes(cli),
      invitations: invitationsCommand(cli),
    },
  });
