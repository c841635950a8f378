import { buildCommand } from '@stricli/core';
import type { Cli } from '../cli.ts';
import { CliFailure, exitCodes } from '../failure.ts';
import { openZone } from '../open-zone.ts';
import { type LimitFlag, limitFlag, optionalText } from '../positional.ts';
import { at, showList } from '../show.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';

type AuditFlags = ZoneFlags & LimitFlag & { readonly subject?: string; readonly organization?: string };

/** Who did what, and who was shown what. */
export const auditCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '审计记录：何人何时做了或看了什么', en: 'who did what, and who was shown what' }) },
    parameters: {
      flags: {
        ...zoneFlags(cli),
        limit: limitFlag(cli),
        subject: optionalText(cli, 'id', {
          zh: '关于此编号',
          en: 'about this listing, match, organization or address',
        }),
        organization: optionalText(cli, 'id', { zh: '此机构所为所见', en: 'what this organization did and was shown' }),
      },
    },
    func: async (flags: AuditFlags): Promise<void> => {
      const { subject, organization } = flags;
      if ((subject === undefined) === (organization === undefined)) {
        throw new CliFailure(
          { zh: '请给出 --subject 或 --organization 之一。', en: 'Give one of --subject and --organization.' },
          exitCodes.wrongUse,
        );
      }
      const zone = await openZone(cli, flags);
      showList(cli, flags, await zone.list('/v1/audit', { subject, organization }, flags.limit), [
        { head: { zh: '时间', en: 'at' }, of: at('at') },
        { head: { zh: '行为', en: 'act' }, of: at('act') },
        { head: { zh: '对象', en: 'subject' }, of: at('subject') },
        { head: { zh: '身份', en: 'as' }, of: at('by', 'as') },
        { head: { zh: '机构', en: 'organization' }, of: at('by', 'organization') },
        { head: { zh: '何人', en: 'who' }, of: (row) => at('by', 'caller')(row) ?? at('by', 'task')(row) },
      ]);
    },
  });
