import { buildApplication, buildRouteMap } from '@stricli/core';
import type { Cli } from './cli.ts';
import { auditCommand } from './commands/audit.ts';
import { completionCommand } from './commands/completion.ts';
import { listingRoutes } from './commands/listings.ts';
import { loginCommand, tokenCommand } from './commands/login.ts';
import { organizationRoutes } from './commands/organizations.ts';
import { parkedRoutes } from './commands/parked-messages.ts';
import { reconcileCommand, replayRoutes } from './commands/replays.ts';
import { reviewRoutes } from './commands/reviews.ts';
import { statisticsCommand } from './commands/statistics.ts';
import { stoppedAddressRoutes } from './commands/stopped-addresses.ts';
import { verdictCommand } from './commands/verdict.ts';
import { CliFailure, exitCodes } from './failure.ts';
import { textOf } from './texts.ts';

const routesOf = (cli: Cli) =>
  buildRouteMap({
    docs: {
      brief: cli.say({ zh: '运营方的命令行', en: 'what the operator of a zone does' }),
      fullDescription: cli.say({
        zh: '对已部署的区域与本机区域同样适用：--api 与令牌即可。退出码：0 完成；1 被拒绝或无应答；2 命令有误；3 已完成，但有须查看的事项。',
        en: 'Works on a deployed zone and on one on this machine alike: all that it needs is --api and a token. Exit code: 0 done; 1 refused, or no answer; 2 wrong use; 3 done, and there is something to look at.',
      }),
    },
    routes: {
      login: loginCommand(cli),
      token: tokenCommand(cli),
      organizations: organizationRoutes(cli),
      reviews: reviewRoutes(cli),
      listings: listingRoutes(cli),
      verdict: verdictCommand(cli),
      audit: auditCommand(cli),
      parked: parkedRoutes(cli),
      reconcile: reconcileCommand(cli),
      replay: replayRoutes(cli),
      stoppedAddresses: stoppedAddressRoutes(cli),
      statistics: statisticsCommand(cli),
      completion: completionCommand(cli),
    },
  });

/** Every command, in one language. */
export const makeApp = (cli: Cli) =>
  buildApplication(routesOf(cli), {
    name: 'zonematch',
    scanner: { caseStyle: 'allow-kebab-for-camel' },
    documentation: { caseStyle: 'convert-camel-to-kebab', disableAnsiColor: true, onlyRequiredInUsageLine: true },
    localization: { text: textOf(cli) },
    determineExitCode: (error) => (error instanceof CliFailure ? error.exitCode : exitCodes.failed),
  });
