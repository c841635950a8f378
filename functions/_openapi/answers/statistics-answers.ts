import { Figures } from '../../../domain/statistics/figures.ts';
import { UnmetDemand } from '../../../domain/statistics/unmet-demand.ts';
import { pageOf } from './page.ts';

export const FiguresPage = pageOf(Figures);

export const UnmetDemandPage = pageOf(UnmetDemand);
