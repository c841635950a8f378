import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import type { CountPhrases } from './remedy-lines.ts';

/** The fixed words of the weekly mail to a supplier. */
type SupplierReportPhrases = CountPhrases & {
  /** The first domain, and how many stand beside it. */
  readonly subject: (domain: string, others: number) => string;
  readonly subjectOfRemedies: string;
  readonly preview: string;
  readonly heading: string;
  readonly week: (from: string, until: string, organization: string) => string;
  readonly sought: string;
  readonly demands: (count: number) => string;
  readonly fewDemands: (under: number) => string;
  readonly purpose: (purpose: string, demands: string) => string;
  readonly youCould: string;
  readonly coarse: string;
  readonly reminder: (zone: string) => string;
  readonly colon: string;
};

const zh: SupplierReportPhrases = {
  subject: (domain, others) => `一周数据需求：${domain}${others > 0 ? `等 ${others + 1} 个领域` : ''}`,
  subjectOfRemedies: '一周数据需求：怎样使更多需求匹配您的供给',
  preview: '贵机构所在领域有哪些需求，以及怎样使更多需求匹配您的供给。',
  heading: '一周数据需求',
  week: (from, until, organization) => `${from} 至 ${until} · ${organization}`,
  sought: '需方在找什么',
  demands: (count) => `${count} 项需求`,
  fewDemands: (under) => `少于 ${under} 项需求`,
  purpose: (purpose, demands) => `${purpose}：${demands}`,
  youCould: '怎样使更多需求匹配您的供给',
  exactly: (count, remedy) => `${remedy}：至少 ${count} 项需求会匹配。`,
  under: (count, remedy) => `${remedy}：会匹配的需求少于 ${count} 项。`,
  coarse: '仅为数目，不说明是谁的需求。少于五项的不告知确切数目，可能为零。',
  reminder: (zone) => `本邮件由${zone}发送：您或贵机构选择了每周接收贵机构所在领域的需求概况。`,
  colon: '：',
};

const en: SupplierReportPhrases = {
  subject: (domain, others) =>
    `What buyers look for this week: ${domain}${others > 0 ? ` and ${others} more ${others === 1 ? 'domain' : 'domains'}` : ''}`,
  subjectOfRemedies: 'What buyers look for this week: how more demands would match your offers',
  preview: 'What is in demand in your domains, and what would let more demands match your offers.',
  heading: 'What buyers look for this week',
  week: (from, until, organization) => `${from} to ${until} · ${organization}`,
  sought: 'In demand in your domains',
  demands: (count) => `${count} ${count === 1 ? 'demand' : 'demands'}`,
  fewDemands: (under) => `fewer than ${under} demands`,
  purpose: (purpose, demands) => `${purpose}: ${demands}`,
  youCould: 'How more demands would match your offers',
  exactly: (count, remedy) => `At least ${count} demands would match if you ${remedy}.`,
  under: (count, remedy) => `Fewer than ${count} demands would match if you ${remedy}.`,
  coarse: 'Numbers alone: it is not told whose demands. Those below five are not told exactly, and may be none.',
  reminder: (zone) =>
    `Sent by ${zone}: you or your organization chose to hear each week what is in demand in its domains.`,
  colon: ': ',
};

/** The words in the reader's language. */
export const supplierReportPhrases: Readonly<Record<Locale, SupplierReportPhrases>> = { 'zh-CN': zh, en };
